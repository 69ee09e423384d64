package org.updatable.hub;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.updatable.hub.Delivery.Subject;
import org.updatable.hub.Delivery.Told;
import org.updatable.message.Update;
import org.updatable.message.Wire;

/** What connections are told in one step: nobody is told a part of it. */
final class Deliveries {
    private static final int MOST_BYTES_OF_A_CHARACTER = 3;

    /** No group has that name. */
    private static final Subject READY = new Subject("", "ready");

    private final int mostBytes;
    private final List<Step> steps = new ArrayList<>();
    private int whole;

    /**
     * One thing that some are told.
     *
     * @param to each once
     */
    private record Step(Delivery delivery, List<Connection> to) {}

    /**
     * What comes one after the other and is told to the same.
     *
     * @param deliveries in order
     * @param to each once
     */
    private record Share(List<Delivery> deliveries, List<Connection> to) {}

    /** @param mostBytes of one update, in UTF-8; the page is told to read what is longer */
    Deliveries(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** An update, which is written once for all. */
    void add(Update update, List<Connection> connections) {
        if (!connections.isEmpty()) add(delivery(update), connections);
    }

    /** That the row of a group is gone. */
    void addRemoved(String group, List<Connection> connections) {
        add(new Told(new Subject(group, "removed"), Wire.removed(group)), connections);
    }

    /** That so many frames of a connection are answered. */
    void addReady(int frames, Connection connection) {
        add(new Told(READY, Wire.ready(frames)), List.of(connection));
    }

    /** What was added up to now belongs together, and is whole. */
    void isWhole() {
        whole = steps.size();
    }

    /** Nobody is told what was added since it was whole, or since it was offered. */
    void forget() {
        steps.subList(whole, steps.size()).clear();
    }

    /** Tells them. Then there is nothing to tell. */
    void offer() {
        List<Share> shares = shares();
        steps.clear();
        whole = 0;
        if (shares.size() == 1) offer(shares.get(0));
        else if (!shares.isEmpty()) offerTogether(shares);
    }

    /** A page with fifty fields is told fifty things, and each of them to the same who show it. */
    private List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        for (Step step : steps) {
            if (shares.isEmpty() || !shares.get(shares.size() - 1).to().equals(step.to()))
                shares.add(new Share(new ArrayList<>(), step.to()));
            shares.get(shares.size() - 1).deliveries().add(step.delivery());
        }
        return shares;
    }

    private static void offerTogether(List<Share> shares) {
        Gathered gathered = new Gathered(
                shares.stream().mapToInt(share -> share.to().size()).max().orElse(0));
        for (Share share : shares) gathered.add(share.to(), share.deliveries());
        gathered.offer();
    }

    private static void offer(Share only) {
        Batch batch = Batch.of(only.deliveries());
        for (Connection connection : only.to()) connection.offer(batch);
    }

    /** One that is too long is not sent, and the page told so. */
    private Told delivery(Update update) {
        String message = Wire.write(update);
        return new Told(
                new Subject(update.group(), update.aspect()), isTooLong(message) ? Wire.tooLarge(update) : message);
    }

    private boolean isTooLong(String message) {
        return message.length() > mostBytes / MOST_BYTES_OF_A_CHARACTER
                && message.getBytes(StandardCharsets.UTF_8).length > mostBytes;
    }

    /** Something that is written down. */
    void add(Delivery delivery, List<Connection> connections) {
        steps.add(new Step(delivery, connections));
    }
}
