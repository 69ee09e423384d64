package org.updatable.it.models;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.updatable.SubscriptionPolicy;
import org.updatable.Visible;

/** The rules of the house. */
@ApplicationScoped
public class House implements SubscriptionPolicy {
    private final Set<String> chiefs = ConcurrentHashMap.newKeySet();
    private final Set<String> dismissed = ConcurrentHashMap.newKeySet();

    @Override
    public Answer mayWatch(Request request) {
        return Answer.AS_SHOWN;
    }

    @Override
    public Visible mayObserve(Observer request) {
        if (!request.entity().equals("memo")) return Visible.asDeclared();
        Principal user = request.user();
        if (user == null || dismissed.contains(user.getName())) return Visible.nothing();
        if (chiefs.contains(user.getName())) return Visible.everything();
        String name = user.getName();
        return Visible.rows("owner=" + name, (root, build) -> build.equal(root.get("owner"), name))
                .without("remark");
    }

    /** Who throws a letter away has a name. */
    @Override
    public boolean mayWrite(Write request) {
        return !request.entity().equals("letter") || !request.action().equals("delete") || request.user() != null;
    }

    void promote(String user) {
        chiefs.add(user);
    }

    void dismiss(String user) {
        dismissed.add(user);
    }

    void forget() {
        chiefs.clear();
        dismissed.clear();
    }
}
