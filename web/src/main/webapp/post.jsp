<%@ page contentType="text/html; charset=UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="upd" uri="org.updatable.tags" %>
<c:set var="post" value="${posts.find(param.id).orElse(null)}"/>
<c:choose>
<c:when test="${empty post}">${pageContext.response.sendError(404)}</c:when>
<c:otherwise>
<!DOCTYPE html>
<html lang="en">
<head>
  <%@ include file="WEB-INF/head.jspf" %>
  <title><c:out value="${post.title}"/></title>
  <upd:script/>
</head>
<body>
  <a class="skip" href="#content">Skip to the content</a>
  <header class="masthead">
    <a class="name" href="${pageContext.request.contextPath}/">The Harbour Courier</a>
    <p class="motto">News from a small town with a large harbour</p>
    <p class="pulse"><upd:state live="Live"/></p>
  </header>
  <main id="content">
    <article ${upd:liveAt(post, 'card')} class="post single${post.warm ? ' warm' : ''}">
      <upd:updatable entity="${post}" field="status" element="p" class="status"/>
      <upd:updatable entity="${post}" field="title" element="h1"/>
      <upd:updatable entity="${post}" field="summary" element="p" class="summary"/>
      <p class="byline">
        <upd:updatable entity="${post}" field="author" class="author"/>
        <upd:updatable entity="${post}" field="appears" type="date" dateStyle="full"/>
        <span class="applause">Applause: <upd:updatable entity="${post}" field="applause"/></span>
        <meter ${upd:liveAt(post, 'meter')} max="20" value="${post.warmth}" aria-label="Warmth"></meter>
        <upd:updatable entity="${post}" field="likedBy" context="${reader.id}" class="like"/>
      </p>
      <p class="actions">
        <a href="edit.xhtml?id=${post.id}">Edit this post</a>
        <a href="${pageContext.request.contextPath}/">All posts</a>
        <a href="post.xhtml?id=${post.id}">The same page in Faces</a>
      </p>
    </article>
  </main>
  <footer>
    <p>An example for Updatable: live fields for server-rendered Jakarta EE pages.</p>
  </footer>
</body>
</html>
</c:otherwise>
</c:choose>
