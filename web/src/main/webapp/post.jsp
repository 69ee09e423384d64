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
    <p class="pulse" role="status">
      <span class="live">Live</span>
      <span class="connecting">Connecting…</span>
      <span class="offline">Reconnecting…</span>
    </p>
  </header>
  <main id="content">
    <article class="post single">
      <upd:updatable entity="${post}" field="status" element="p" class="status"/>
      <upd:updatable entity="${post}" field="title" element="h1"/>
      <upd:updatable entity="${post}" field="summary" element="p" class="summary"/>
      <p class="byline">
        <upd:updatable entity="${post}" field="author" class="author"/>
        <span class="applause">Applause: <span ${upd:live(post, 'applause')}>${post.applause}</span></span>
      </p>
      <p class="actions">
        <a href="post.xhtml?id=${post.id}">The same page in Faces</a>
        <a href="${pageContext.request.contextPath}/">All posts</a>
      </p>
    </article>
    <section class="posts" aria-labelledby="more">
      <h2 id="more" class="unseen">More posts</h2>
      <c:forEach items="${posts.newestFirst}" var="other">
        <c:if test="${other.id ne post.id}">
          <article class="post">
            <h2><a href="post.jsp?id=${other.id}"><upd:updatable entity="${other}" field="title"/></a></h2>
          </article>
        </c:if>
      </c:forEach>
    </section>
  </main>
  <footer>
    <p>An example for Updatable: live fields for server-rendered Jakarta EE pages. This page is a JSP.</p>
  </footer>
</body>
</html>
</c:otherwise>
</c:choose>
