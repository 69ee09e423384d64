package org.updatable.it.formats;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Changes the products. */
@WebServlet("/change")
public class Change extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient Products products;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        products.change();
    }
}
