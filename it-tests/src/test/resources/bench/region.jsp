<%@ page contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="upd" uri="org.updatable.tags" %>
<!DOCTYPE html>
<html>
<head>
  <title>Parts</title>
  <upd:script/>
</head>
<body>
  <upd:region channel="live_part">
    <c:forEach items="${parts}" var="part"><p>${part.id}: ${part.stock}</p></c:forEach>
  </upd:region>
</body>
</html>
