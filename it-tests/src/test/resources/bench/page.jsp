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
  <table>
    <c:forEach items="${parts}" var="part">
      <tr>
        <td><upd:updatable entity="${part}" field="name"/></td>
        <td><upd:updatable entity="${part}" field="place"/></td>
        <td><upd:updatable entity="${part}" field="stock"/></td>
        <td><upd:updatable entity="${part}" field="sold"/></td>
        <td><upd:updatable entity="${part}" field="offered"/></td>
        <td><upd:updatable entity="${part}" field="counted"/></td>
      </tr>
    </c:forEach>
  </table>
</body>
</html>
