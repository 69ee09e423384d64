package org.updatable.capture.postgres;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.updatable.Notification;
import org.updatable.change.Commit;
import org.updatable.change.Fact;
import org.updatable.change.Touched;
import org.updatable.channel.Channels;
import org.updatable.model.LiveEntity;

/** Does what is to be done with what a {@link Listener} hears. */
final class Hearing implements Listener.Hearing {
    private final Heard heard;
    private final Echoes echoes;
    private final Announcements announcements;
    private final Collection<LiveEntity> entities;
    private final Consumer<Commit> node;

    /**
     * @param heard says what notifications mean
     * @param echoes know what was said here
     * @param announcements try again to say what could not be said
     * @param entities all live ones
     * @param node takes what may have been missed
     */
    Hearing(
            Heard heard,
            Echoes echoes,
            Announcements announcements,
            Collection<LiveEntity> entities,
            Consumer<Commit> node) {
        this.heard = heard;
        this.echoes = echoes;
        this.announcements = announcements;
        this.entities = List.copyOf(entities);
        this.node = node;
    }

    @Override
    public void heard(List<Said> all) {
        List<Said> ofOthers = all.stream().filter(said -> !echoes.remove(said)).toList();
        if (!ofOthers.isEmpty()) heard.take(ofOthers);
    }

    @Override
    public void looksRound() {
        announcements.retry();
    }

    @Override
    public void connects() {
        echoes.forget();
    }

    @Override
    public void begins(Set<String> channels) {
        List<Fact> rows = entities.stream()
                .filter(entity -> channels.contains(entity.channel()))
                .<Fact>map(entity -> Touched.all(entity.namespace()))
                .toList();
        Set<String> ofRows = entities.stream().map(LiveEntity::channel).collect(Collectors.toSet());
        List<Notification> others = channels.stream()
                .filter(channel -> !ofRows.contains(channel))
                .map(Channels::touched)
                .toList();
        node.accept(new Commit(rows, Map.of(), System.nanoTime(), List.of(), others, null));
    }
}
