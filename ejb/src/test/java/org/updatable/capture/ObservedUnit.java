package org.updatable.capture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.model.LiveModels;
import org.updatable.model.Samples.Address;
import org.updatable.model.Samples.Delivery;
import org.updatable.model.Samples.Parcel;
import org.updatable.model.Story;

/** A unit with transactions of its own and a story in it, which a change source observes, and what that told. */
public abstract class ObservedUnit {
    protected static final Row STORY = new Row("story", "1");

    protected final RecordingCapture recording = new RecordingCapture();
    protected final EntityManagerFactory unit;
    private final ChangeSource source;

    protected ObservedUnit(ChangeSourceContract provider) {
        unit = provider.provider().unit("stories");
        source = provider.source();
    }

    @BeforeEach
    void aStoryIsThere() {
        assertThat(source.knows(unit)).isTrue();
        inTransaction(manager -> manager.persist(new Story(1L, "A")));
        prepare();
        source.observe(unit, LiveModels.of(unit).entities(), recording.capture);
    }

    /** What has to be there before the unit is observed. */
    protected void prepare() {}

    @AfterEach
    void close() {
        unit.close();
    }

    protected final List<Fact> onlyCommit() {
        assertThat(recording.commits).hasSize(1);
        return recording.commits.get(0);
    }

    /** The properties that the only commit has not told, and that are to be read. */
    protected final Set<String> read() {
        return onlyCommit().stream()
                .filter(Touched.class::isInstance)
                .map(Touched.class::cast)
                .flatMap(touched -> touched.properties().stream())
                .collect(Collectors.toSet());
    }

    protected final void inTransaction(Consumer<EntityManager> work) {
        EntityManager manager = unit.createEntityManager();
        try {
            manager.getTransaction().begin();
            work.accept(manager);
            manager.getTransaction().commit();
        } finally {
            if (manager.getTransaction().isActive()) manager.getTransaction().rollback();
            manager.close();
        }
    }

    protected static Story story(EntityManager manager) {
        return manager.find(Story.class, 1L);
    }

    /** A new parcel, of which the recording knows nothing; answers its id. */
    protected final UUID parcel() {
        Parcel parcel = new Parcel();
        parcel.id = UUID.randomUUID();
        parcel.delivery = new Delivery();
        parcel.delivery.status = "packed";
        parcel.delivery.address = new Address();
        parcel.delivery.address.city = "Bremen";
        inTransaction(manager -> manager.persist(parcel));
        recording.commits.clear();
        return parcel.id;
    }

    protected static Row parcelRow(UUID id) {
        return new Row("parcel", id.toString());
    }
}
