package org.updatable.it.types;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import org.updatable.model.LiveModel;

/** Shows every live property of every row as the database has it; what is posted here changes them. */
@WebServlet("/page")
public class Page extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient Rows rows;

    @Inject
    private transient LiveModel model;

    @Resource
    private transient UserTransaction transaction;

    /** In one transaction, since the page asks for what is lazy. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            transaction.begin();
            request.setAttribute("rows", rows.all());
            request.setAttribute("model", model);
            request.getRequestDispatcher("/types.jsp").forward(request, response);
            transaction.commit();
        } catch (Exception thrown) {
            throw new ServletException(thrown);
        }
    }

    /** Answers how many changes are left in the round. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getQueryString()) {
            case "all" -> rows.changeAll();
            case "next" -> rows.changeNext();
            default -> throw new IllegalArgumentException(request.getQueryString());
        }
        response.getWriter().print(rows.left());
    }
}
