package org.updatable.it.models;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.updatable.Subscriptions;

/** Hands on what is to be done: a word, and what belongs to it. */
@WebServlet("/do")
public class Errands extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Desk desk;

    @Inject
    private transient House house;

    @Inject
    private transient Subscriptions subscriptions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        String[] words = request.getParameter("what").split(" ", 4);
        switch (words[0]) {
            case "reset" -> {
                house.forget();
                desk.reset();
            }
            case "set" -> desk.set(Long.parseLong(words[1]), words[2], words[3]);
            case "add" -> desk.add(Long.parseLong(words[1]), words[2]);
            case "remove" -> desk.remove(Long.parseLong(words[1]));
            case "give" -> desk.give(words[1], words[2]);
            case "write" -> desk.write(words[1], words[2]);
            case "is-sealed" -> desk.isSealed(Long.parseLong(words[1]), words[2]);
            case "execute" -> desk.execute(request.getParameter("what").substring(words[0].length() + 1));
            case "regret" -> regret(Long.parseLong(words[1]));
            case "promote" -> {
                house.promote(words[1]);
                subscriptions.askAgain();
            }
            case "dismiss" -> {
                house.dismiss(words[1]);
                subscriptions.askAgain();
            }
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private void regret(long article) {
        try {
            desk.regret(article);
        } catch (RuntimeException rolledBack) {
            getServletContext().log("Rolled back, as it should be.");
        }
    }
}
