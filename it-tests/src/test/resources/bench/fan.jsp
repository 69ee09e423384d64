<%@ page contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="upd" uri="org.updatable.tags" %>
<!DOCTYPE html>
<html>
<head>
  <title>Stocks</title>
  <upd:script/>
</head>
<body>
  <c:forEach items="${parts}" var="part"><p><upd:updatable entity="${part}" field="${param.field}"/></p></c:forEach>
</body>
</html>
