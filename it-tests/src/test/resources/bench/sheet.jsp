<%@ page contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="upd" uri="org.updatable.tags" %>
<!DOCTYPE html>
<html>
<head>
  <title>Notes</title>
  <upd:script/>
</head>
<body>
  <p><upd:updatable entity="${h2}" field="text"/></p>
  <p><upd:updatable entity="${postgres}" field="text"/></p>
  <upd:region channel="reports"><p>Reports</p></upd:region>
</body>
</html>
