<%@ page contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="upd" uri="org.updatable.tags" %>
<fmt:setLocale value="${param.locale}"/>
<fmt:setTimeZone value="Europe/Berlin"/>
<c:set var="product" value="${products.first}"/>
<!DOCTYPE html>
<html>
<head>
  <title>Formats</title>
  <upd:script/>
</head>
<body>
  <p id="currency"><upd:updatable entity="${product}" field="price" type="currency" currencyCode="EUR"/>
    <span class="plain"><fmt:formatNumber value="${product.price}" type="currency" currencyCode="EUR"/></span></p>
  <p id="pattern"><upd:updatable entity="${product}" field="price" type="number" pattern="#,##0.000"/>
    <span class="plain"><fmt:formatNumber value="${product.price}" pattern="#,##0.000"/></span></p>
  <p id="percent"><upd:updatable entity="${product}" field="discount" type="percent" minFractionDigits="1"/>
    <span class="plain"><fmt:formatNumber value="${product.discount}" type="percent" minFractionDigits="1"/></span></p>
  <p id="ungrouped"><upd:updatable entity="${product}" field="stock" groupingUsed="${false}"/>
    <span class="plain"><fmt:formatNumber value="${product.stock}" groupingUsed="false"/></span></p>
  <p id="in-berlin"><upd:updatable entity="${product}" field="restocked" type="both" dateStyle="long"/>
    <span class="plain"><fmt:formatDate value="${product.restocked}" type="both" dateStyle="long"/></span></p>
  <p id="in-tokyo"><upd:updatable entity="${product}" field="restocked" type="time" timeZone="Asia/Tokyo" class="time"/>
    <span class="plain"><fmt:formatDate value="${product.restocked}" type="time" timeZone="Asia/Tokyo"/></span></p>
  <p id="date"><upd:updatable entity="${product}" field="released" type="date" pattern="EEEE, d. MMMM yyyy" element="time"/></p>
  <p id="label"><upd:updatable entity="${product}" field="state"/></p>
  <p id="english-label"><upd:updatable entity="${product}" field="state" locale="en"/></p>
  <p id="context"><upd:updatable entity="${product}" field="priceIn" context="SOLD_OUT" type="number"/>
    <span class="plain"><fmt:formatNumber value="${product.price}"/></span></p>
  <p id="computed"><upd:updatable entity="${product}" path="total" type="number" minFractionDigits="2"/>
    <span class="plain"><fmt:formatNumber value="${product.price.add(product.postage)}" minFractionDigits="2"/></span></p>
  <p id="menu"><select ${upd:input(product, 'state')}>
      <option value="SOLD_OUT" ${product.state == 'SOLD_OUT' ? 'selected' : ''}>Nothing</option>
      <option value="IN_STOCK" ${product.state == 'IN_STOCK' ? 'selected' : ''}>Something</option>
    </select>
    <span class="plain">${product.state}</span></p>
</body>
</html>
