<%@ page contentType="text/html; charset=UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="upd" uri="org.updatable.tags" %>
<!DOCTYPE html>
<html lang="en">
<head>
  <title>Chaos</title>
  <link rel="icon" href="data:,">
  <upd:script/>
</head>
<body>
<c:forEach var="row" items="${table.rows}">
  <p>
    <upd:updatable entity="${row}" field="a"/>
    <upd:updatable entity="${row}" field="b"/>
    <upd:updatable entity="${row}" field="c"/>
    <upd:updatable entity="${row}" field="sum"/>
    <upd:updatable entity="${row}" field="a" type="number"/>
    <c:if test="${table.hasMarks(row)}">
      <upd:updatable entity="${row}" field="marks"/>
    </c:if>
    <c:if test="${table.saysMore(row)}">
      <upd:updatable entity="${row}" field="hot"/>
      <upd:updatable entity="${row}" field="rank"/>
      <span ${upd:liveAt(row, 'total')}>hit ${row.hits} times</span>
    </c:if>
  </p>
</c:forEach>
</body>
</html>
