package org.updatable.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.updatable.SubscriptionPolicy;
import org.updatable.SubscriptionPolicy.Answer;
import org.updatable.Visible;
import org.updatable.counters.Failures;
import org.updatable.message.Group;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModel;
import org.updatable.service.Names;
import org.updatable.settings.Settings;

/**
 * Who may watch a group: whoever a page has shown it to, everybody where the entity is open, and whom the application's
 * {@link SubscriptionPolicy} allows it.
 */
@ApplicationScoped
public class Gate {

    @Inject
    LiveModel model;

    @Inject
    @Any
    Instance<SubscriptionPolicy> policies;

    @Nullable
    SubscriptionPolicy policy;

    @Nullable
    Tokens tokens;

    /** Made by the container. */
    public Gate() {}

    /** What becomes of somebody who wants to watch a group. */
    public enum Verdict {
        /** May watch it. */
        JOINS(0),
        /** May not. */
        FORBIDDEN(403),
        /** Shows a token that is good no longer, or never was: a page that fetches itself again gets another one. */
        OUTDATED(410);

        private final int code;

        Verdict(int code) {
            this.code = code;
        }

        /**
         * What a client is told.
         *
         * @return a status code; 0 where it is told nothing
         */
        public int code() {
            return code;
        }
    }

    /**
     * A verdict.
     *
     * @param verdict what becomes of her
     * @param until when the token ends that lets her in; {@link Instant#MAX} where it is none that does
     */
    public record Admission(Verdict verdict, Instant until) {
        static Admission of(Verdict verdict) {
            return new Admission(verdict, Instant.MAX);
        }
    }

    @PostConstruct
    void open() {
        Settings settings = Settings.ofApplication();
        if (!policies.isUnsatisfied()) policy = policies.get();
        // Applications of one server may have the same secret.
        tokens = new Tokens(
                Secrets.of(settings), Names.ofApplication(), settings.tokenLifetime(), InstantSource.system());
    }

    /**
     * What lets a page's reader watch a group that the page shows.
     *
     * @param group the name of the group
     * @param user who is logged in; null for nobody
     * @return a token, without white space; empty where none is needed
     */
    public Optional<String> token(String group, @Nullable Principal user) {
        return isOpenTo(group, Group.parse(group)) ? Optional.empty() : Optional.of(tokens().mint(group, name(user)));
    }

    /**
     * Decides about somebody who wants to watch a group.
     *
     * @param group the name of the group
     * @param token what the page gave her; null for none
     * @param user who is logged in; null for nobody
     * @return the verdict
     */
    public Admission admit(String group, @Nullable String token, @Nullable Principal user) {
        Optional<Group> parsed = Group.parse(group);
        Answer answer = asked(group, parsed, user);
        if (answer == Answer.ALLOWED) return Admission.of(Verdict.JOINS);
        if (answer == Answer.REFUSED) return Admission.of(Verdict.FORBIDDEN);
        if (isOpenTo(group, parsed)) return Admission.of(Verdict.JOINS);
        if (token == null) return Admission.of(Verdict.FORBIDDEN);
        return tokens().expiry(token, group, name(user))
                .map(until -> new Admission(Verdict.JOINS, until))
                .orElse(Admission.of(Verdict.OUTDATED));
    }

    /**
     * Whether somebody who watches a group may go on. A token is not asked again: while she is connected, she is who she was.
     *
     * @param group the name of the group
     * @param user who is logged in; null for nobody
     * @return false when the application's policy refuses it now
     */
    public boolean mayGoOn(String group, @Nullable Principal user) {
        return asked(group, Group.parse(group), user) != Answer.REFUSED;
    }

    /**
     * Another token, in time before one ends.
     *
     * @param until when it ends, as {@link #admit} has said
     * @param group the name of the group
     * @param user who is logged in; null for nobody
     * @return a token that ends later; empty while that one is still good for long
     */
    public Optional<Renewed> renewed(Instant until, String group, @Nullable Principal user) {
        if (!tokens().isOld(until)) return Optional.empty();
        String token = tokens().mint(group, name(user));
        return tokens().expiry(token, group, name(user)).map(later -> new Renewed(token, later));
    }

    /**
     * A token that follows another one.
     *
     * @param token without white space
     * @param until when it ends
     */
    public record Renewed(String token, Instant until) {}

    /**
     * Decides what somebody may see of an entity as an observer.
     *
     * @param entity the entity
     * @param user who is logged in; null for nobody
     * @return which rows, and which of their fields
     */
    public Visible visible(LiveEntity entity, @Nullable Principal user) {
        return asked(entity, user).where(entity.isOpen());
    }

    /**
     * Decides whether somebody may write.
     *
     * @param request who wants to write what
     * @return false when the application's policy refuses it
     */
    public boolean mayWrite(SubscriptionPolicy.Write request) {
        if (policy == null) return true;
        try {
            return policy.mayWrite(request);
        } catch (RuntimeException | LinkageError failure) {
            Failures.report("The SubscriptionPolicy failed; what it was asked for is refused.", failure);
            return false;
        }
    }

    private Visible asked(LiveEntity entity, @Nullable Principal user) {
        if (policy == null) return Visible.asDeclared();
        try {
            return policy.mayObserve(new SubscriptionPolicy.Observer(user, entity.namespace()));
        } catch (RuntimeException | LinkageError failure) {
            Failures.report("The SubscriptionPolicy failed; what it was asked for is refused.", failure);
            return Visible.nothing();
        }
    }

    /** A channel is open when all are of which it tells. */
    private boolean isOpenTo(String name, Optional<Group> group) {
        if (group.isPresent()) return isOpen(group.get());
        List<LiveEntity> told = model.ofChannel(name);
        return !told.isEmpty() && told.stream().allMatch(LiveEntity::isOpen);
    }

    /**
     * What is another thing for each user is never open, nor is who has changed a row, or how often; and what other rows hold is when
     * those are.
     */
    private boolean isOpen(Group group) {
        if (group.path().equals(Group.ACTOR)) return false;
        return model.named(group.namespace())
                .filter(LiveEntity::isOpen)
                .filter(entity -> entity.shownVersion().stream()
                        .noneMatch(version -> version.name().equals(group.path())))
                .filter(entity -> entity.context(group.path()).isEmpty())
                .filter(entity -> entity.beyond(group.path()).stream().allMatch(this::isOpen))
                .isPresent();
    }

    private boolean isOpen(String namespace) {
        return model.named(namespace).filter(LiveEntity::isOpen).isPresent();
    }

    private Answer asked(String name, Optional<Group> group, @Nullable Principal user) {
        if (policy == null) return Answer.AS_SHOWN;
        try {
            return policy.mayWatch(new SubscriptionPolicy.Request(
                    user,
                    name,
                    group.map(Group::namespace).orElseGet(() -> entityOfChannel(name)),
                    group.map(Group::id).orElse(""),
                    group.map(Group::path).orElse("")));
        } catch (RuntimeException | LinkageError failure) {
            Failures.report("The SubscriptionPolicy failed; what it was asked for is refused.", failure);
            return Answer.REFUSED;
        }
    }

    private String entityOfChannel(String name) {
        List<LiveEntity> told = model.ofChannel(name);
        return told.size() == 1 ? told.get(0).namespace() : "";
    }

    private Tokens tokens() {
        return Objects.requireNonNull(tokens);
    }

    private static String name(@Nullable Principal user) {
        return user == null ? "" : user.getName();
    }
}
