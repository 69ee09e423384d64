<%@ page isErrorPage="true" contentType="text/html; charset=UTF-8" %>
<!DOCTYPE html>
<html lang="en">
<head>
  <%@ include file="head.jspf" %>
  <title>The Harbour Courier</title>
</head>
<body>
  <header class="masthead">
    <a class="name" href="${pageContext.request.contextPath}/">The Harbour Courier</a>
    <p class="motto">News from a small town with a large harbour</p>
  </header>
  <main class="post single">
    <p class="status">${pageContext.errorData.statusCode}</p>
    <h1>${pageContext.errorData.statusCode eq 404 ? "This page is not in the paper" : "The press has stopped"}</h1>
    <p class="summary">${pageContext.errorData.statusCode eq 404
        ? "There is no such post, or its address has a misprint."
        : "That was our fault, or the page was open for very long. Nothing of it was saved."}</p>
    <p class="actions"><a class="button" href="${pageContext.request.contextPath}/">All posts</a></p>
  </main>
</body>
</html>
