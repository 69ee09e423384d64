<%@ page contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="upd" uri="org.updatable.tags" %>
<!DOCTYPE html>
<html>
<head>
  <title>An account</title>
  <upd:script/>
</head>
<body>
  <h1><upd:updatable id="shown" entity="${bank.account(param.account)}" field="balance"/></h1>
  <p>The last payment: <b id="ticker" ${upd:watch('bank-ticker')}>none</b></p>
</body>
</html>
