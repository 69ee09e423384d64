package org.updatable.it.trust;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.updatable.Subscriptions;

/** What the bank's people do. */
@WebServlet("/counter")
public class Counter extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient Bank bank;

    @Inject
    private transient Rules rules;

    @Inject
    private transient Subscriptions subscriptions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        String account = request.getParameter("account");
        switch (request.getParameter("do")) {
            case "book" -> bank.book(Long.parseLong(account), request.getParameter("balance"));
            case "publish" -> rules.publish(account);
            case "close" -> {
                rules.close(account);
                subscriptions.askAgain();
            }
            default -> throw new IllegalArgumentException(request.getParameter("do"));
        }
    }
}
