package org.updatable.it.sockets;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.updatable.newsroom.Post;
import org.updatable.newsroom.Posts;

/** Gives the first post another title, and commits. */
@WebServlet("/save")
public class Saving extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Posts posts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        Post first = posts.find("1").orElseThrow();
        first.setTitle(request.getParameter("title"));
        posts.edit(first);
    }
}
