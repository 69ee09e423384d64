package org.updatable.it.door;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;

/** Says who asks, and lets them out. */
@WebServlet("/door/hall/*")
@ServletSecurity(@HttpConstraint(rolesAllowed = "**"))
public class Hall extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Principal before = request.getUserPrincipal();
        switch (String.valueOf(request.getPathInfo())) {
            case "/leave" -> {
                request.logout();
                request.getSession().invalidate();
            }
            case "/logout" -> request.logout();
            case "/rest" -> request.getSession().setMaxInactiveInterval(1);
            case "/rename" -> request.changeSessionId();
            default -> request.getSession();
        }
        response.getWriter().write(before.getName());
    }
}
