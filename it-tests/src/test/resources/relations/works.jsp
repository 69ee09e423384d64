<%@ page contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="upd" uri="org.updatable.tags" %>
<fmt:setLocale value="en"/>
<c:set var="one" value="${house.work(param.one)}"/>
<c:set var="other" value="${house.work(param.other)}"/>
<c:set var="writer" value="${house.writer(param.one)}"/>
<!DOCTYPE html>
<html>
<head>
  <title>Works</title>
  <upd:script/>
</head>
<body>
  <h1><upd:updatable id="title" entity="${one}" field="title"/></h1>
  <p>By <upd:updatable id="by" entity="${one}" field="writer.name"/>,
    for <upd:updatable id="fee" entity="${one}" field="writer.fee" type="currency" currencyCode="EUR" maxFractionDigits="0"/></p>
  <p><upd:updatable id="chapters" entity="${one}" field="chapters"/>: <upd:updatable id="length" entity="${one}" field="length"/> pages</p>
  <p>Beside it, by <b id="other-by" ${upd:live(other, 'writer.name')}><c:out value="${other.writer.name}"/></b>:
    <upd:updatable id="other-chapters" entity="${other}" field="chapters"/>, <upd:updatable id="other-length" entity="${other}" field="length"/> pages</p>
  <p>All works: <upd:updatable id="works" entity="${writer}" field="works"/></p>
  <c:if test="${not empty param.field}"><p><upd:updatable id="mistake" entity="${one}" field="${param.field}"/></p></c:if>
</body>
</html>
