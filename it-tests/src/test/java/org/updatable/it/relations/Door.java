package org.updatable.it.relations;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Has something done. */
@WebServlet("/do")
public class Door extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient House house;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        long one = Long.parseLong(request.getParameter("one"));
        String other = request.getParameter("other");
        switch (request.getParameter("what")) {
            case "found" -> house.found(one, Long.parseLong(other));
            case "rename" -> house.rename(one, other);
            case "assign" -> house.assign(one, Long.parseLong(other));
            case "write" -> house.write(one, Long.parseLong(other));
            case "lengthen" -> house.lengthen(one, Long.parseLong(other));
            case "move" -> house.move(one, Long.parseLong(other));
            case "retitle" -> house.retitle(one, Long.parseLong(other));
            default -> house.strike(one);
        }
    }
}
