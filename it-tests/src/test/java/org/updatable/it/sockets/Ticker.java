package org.updatable.it.sockets;

import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Sends what it is asked to say to each page with the channel. */
@WebServlet("/tick")
public class Ticker extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @Push
    private transient PushContext ticker;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        ticker.send(request.getParameter("say"));
    }
}
