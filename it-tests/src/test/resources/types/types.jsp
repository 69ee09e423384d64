<%@ page contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="upd" uri="org.updatable.tags" %>
<!DOCTYPE html>
<html>
<head>
  <title>Every live property</title>
  <upd:script/>
</head>
<body>
  <c:forEach items="${rows}" var="row">
    <c:set var="entity" value="${model.of(row['class']).get()}"/>
    <c:forEach items="${entity.propertiesOf(row)}" var="property">
      <c:set var="field" value="${entity.namespace()}.${property.name()}"/>
      <p>${field}: <upd:updatable entity="${row}" field="${property.name()}" data-field="${field}"/></p>
    </c:forEach>
  </c:forEach>

  <h2>What the live model has</h2>
  <ul>
    <c:forEach items="${model.entities()}" var="entity">
      <c:forEach items="${entity.properties()}" var="property"><li>${entity.namespace()}.${property.key}</li></c:forEach>
    </c:forEach>
  </ul>
</body>
</html>
