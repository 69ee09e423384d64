package org.updatable.capture;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.Persistence;
import jakarta.persistence.RollbackException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.updatable.EntityChanged;
import org.updatable.EntityChanged.Kind;
import org.updatable.change.Changed;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.model.LiveModels;
import org.updatable.model.Samples.Address;
import org.updatable.model.Samples.Animal;
import org.updatable.model.Samples.Book;
import org.updatable.model.Samples.Booking;
import org.updatable.model.Samples.Car;
import org.updatable.model.Samples.Cat;
import org.updatable.model.Samples.Circle;
import org.updatable.model.Samples.Customer;
import org.updatable.model.Samples.Delivery;
import org.updatable.model.Samples.Dog;
import org.updatable.model.Samples.Letter;
import org.updatable.model.Samples.Parcel;
import org.updatable.model.Samples.Seat;
import org.updatable.model.Samples.SeatId;
import org.updatable.model.Samples.Shape;
import org.updatable.model.Samples.Ticket;
import org.updatable.model.Samples.Vehicle;
import org.updatable.model.Story;

/** What every change source tells, seen on units with transactions of their own. */
public abstract class ChangeSourceContract {
    private static final Row STORY = new Row("story", "1");

    private final RecordingCapture recording = new RecordingCapture();
    private final EntityManagerFactory unit;

    protected ChangeSourceContract(Map<String, Object> settings) {
        unit = Persistence.createEntityManagerFactory("stories", settings);
    }

    protected abstract ChangeSource source();

    @BeforeEach
    void aStoryIsThere() {
        assertThat(source().knows(unit)).isTrue();
        inTransaction(manager -> manager.persist(new Story(1L, "A")));
        source().observe(unit, LiveModels.of(unit).entities(), recording.capture);
    }

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    void anUpdateIsToldWithItsNewValueAfterTheCommit() {
        inTransaction(manager -> {
            story(manager).title = "B";
            manager.flush();
            assertThat(recording.commits).isEmpty();
        });

        assertThat(recording.commits).containsExactly(List.of(new Changed(STORY, "title", "B")));
        assertThat(recording.events)
                .containsExactly(new EntityChanged(Story.class, 1L, Kind.UPDATED, Set.of("title"), null, null));
    }

    @Test
    void everyBasicTypeIsToldAsAPlainValue() {
        inTransaction(manager -> {
            Story story = story(manager);
            story.readers = 3;
            story.price = new BigDecimal("10.50");
            story.printed = LocalDate.of(2026, 11, 21);
            story.status = Story.Status.PRINTED;
            story.title = null;
        });

        assertThat(onlyCommit())
                .containsExactlyInAnyOrder(
                        new Changed(STORY, "readers", 3),
                        new Changed(STORY, "price", "10.50"),
                        new Changed(STORY, "printed", "2026-11-21"),
                        new Changed(STORY, "status", "PRINTED"),
                        new Changed(STORY, "title", null));
    }

    @Test
    void aNewRowIsToldWithAllItsValues() {
        inTransaction(manager -> manager.persist(new Story(2L, "New")));

        assertThat(onlyCommit())
                .hasSize(5)
                .contains(
                        new Changed(new Row("story", "2"), "title", "New"),
                        new Changed(new Row("story", "2"), "price", null));
        assertThat(recording.events).extracting(EntityChanged::kind).containsExactly(Kind.CREATED);
    }

    @Test
    void aDeletedRowIsTouched() {
        inTransaction(manager -> manager.remove(story(manager)));

        assertThat(onlyCommit()).containsExactly(new Touched("story", Set.of("1")));
        assertThat(recording.events).extracting(EntityChanged::kind).containsExactly(Kind.DELETED);
    }

    @Test
    void createdAndDeletedInOneTransactionIsNothing() {
        inTransaction(manager -> {
            Story story = new Story(2L, "New");
            manager.persist(story);
            manager.flush();
            manager.remove(story);
        });

        assertThat(recording.commits).isEmpty();
    }

    @Test
    void aDetachedEntityThatIsMergedIsAnUpdate() {
        EntityManager reader = unit.createEntityManager();
        Story detached = reader.find(Story.class, 1L);
        reader.close();
        detached.title = "B";

        inTransaction(manager -> manager.merge(detached));

        assertThat(onlyCommit()).containsExactly(new Changed(STORY, "title", "B"));
    }

    @Test
    void severalFlushesAreOneChange() {
        inTransaction(manager -> {
            story(manager).title = "B";
            manager.flush();
            story(manager).title = "C";
            manager.flush();
        });

        assertThat(onlyCommit()).containsExactly(new Changed(STORY, "title", "C"));
    }

    @Test
    void backAndForthIsNoChange() {
        inTransaction(manager -> {
            story(manager).title = "B";
            manager.flush();
            story(manager).title = "A";
            manager.flush();
        });

        assertThat(recording.commits).isEmpty();
    }

    @Test
    void whatIsExcludedIsNeverTold() {
        inTransaction(manager -> {
            story(manager).notes = "private";
            story(manager).setSource("private");
        });

        assertThat(recording.commits).isEmpty();
    }

    @Test
    void aRollbackTellsNothingAlsoWhenTheEntityManagerGoesOn() {
        EntityManager manager = unit.createEntityManager();
        manager.getTransaction().begin();
        story(manager).title = "B";
        manager.flush();
        manager.getTransaction().rollback();
        manager.getTransaction().begin();
        story(manager).readers = 1;
        manager.getTransaction().commit();
        manager.close();

        assertThat(onlyCommit()).containsExactly(new Changed(STORY, "readers", 1));
    }

    @Test
    void eachTransactionOfAnEntityManagerIsToldByItself() {
        EntityManager manager = unit.createEntityManager();
        for (String title : List.of("B", "C")) {
            manager.getTransaction().begin();
            story(manager).title = title;
            manager.getTransaction().commit();
        }
        manager.close();

        assertThat(recording.commits)
                .containsExactly(List.of(new Changed(STORY, "title", "B")), List.of(new Changed(STORY, "title", "C")));
    }

    @Test
    void anOverwrittenVersionTellsNothing() {
        EntityManager late = unit.createEntityManager();
        late.getTransaction().begin();
        story(late).title = "late";
        inTransaction(manager -> story(manager).title = "early");

        assertThatThrownBy(() -> late.getTransaction().commit())
                .isInstanceOf(RollbackException.class)
                .hasCauseInstanceOf(OptimisticLockException.class);
        late.close();

        assertThat(onlyCommit()).containsExactly(new Changed(STORY, "title", "early"));
    }

    @Test
    void aPartOfAnEmbeddableIsToldByItsPath() {
        UUID id = parcel();
        inTransaction(manager -> {
            Delivery delivery = delivery(manager, id);
            delivery.status = "sent";
            delivery.courier = "nobody's business";
        });
        inTransaction(manager -> requireNonNull(delivery(manager, id).address).city = "Kiel");

        assertThat(recording.commits)
                .containsExactly(
                        List.of(new Changed(parcelRow(id), "delivery.status", "sent")),
                        List.of(new Changed(parcelRow(id), "delivery.address.city", "Kiel")));
    }

    @Test
    void anEmbeddableThatIsReplacedIsToldByItsParts() {
        UUID id = parcel();
        inTransaction(manager -> manager.find(Parcel.class, id).delivery = new Delivery());

        assertThat(onlyCommit())
                .contains(new Changed(parcelRow(id), "delivery.status", null))
                .noneMatch(fact -> fact.toString().contains("courier"));
    }

    @Test
    void aReferenceIsToldByItsId() {
        UUID id = parcel();
        Customer customer = new Customer();
        customer.id = "c-1";
        inTransaction(manager -> manager.persist(customer));
        recording.commits.clear();
        inTransaction(manager -> manager.find(Parcel.class, id).customer = manager.getReference(Customer.class, "c-1"));
        inTransaction(manager -> manager.find(Parcel.class, id).customer = null);

        assertThat(recording.commits)
                .containsExactly(
                        List.of(new Changed(parcelRow(id), "customer", "c-1")),
                        List.of(new Changed(parcelRow(id), "customer", null)));
    }

    @Test
    void aReferenceBackAtItsFirstTargetIsNoChange() {
        UUID id = parcel();
        Customer customer = new Customer();
        customer.id = "c-2";
        inTransaction(manager -> {
            manager.persist(customer);
            manager.find(Parcel.class, id).customer = customer;
        });
        recording.commits.clear();
        inTransaction(manager -> {
            Parcel parcel = manager.find(Parcel.class, id);
            parcel.customer = null;
            manager.flush();
            parcel.customer = manager.find(Customer.class, "c-2");
        });

        assertThat(recording.commits).isEmpty();
    }

    @Test
    void aDecimalHasTheScaleOfItsColumn() {
        UUID id = parcel();
        inTransaction(manager -> manager.find(Parcel.class, id).price = new BigDecimal("7.5"));

        assertThat(onlyCommit()).containsExactly(new Changed(parcelRow(id), "price", "7.50"));
    }

    @Test
    void whatTheColumnMayHoldOtherwiseIsRead() {
        UUID id = parcel();
        inTransaction(manager -> manager.find(Parcel.class, id).weight = new BigDecimal("7.5"));
        inTransaction(manager -> manager.find(Parcel.class, id).sent = LocalDateTime.of(2026, 1, 1, 0, 0, 0, 1));
        inTransaction(manager -> manager.find(Parcel.class, id).sent = LocalDateTime.of(2026, 1, 1, 0, 0, 1));

        Touched read = new Touched("parcel", Set.of(id.toString()));
        assertThat(recording.commits)
                .containsExactly(
                        List.of(read),
                        List.of(read),
                        List.of(new Changed(parcelRow(id), "sent", "2026-01-01T00:00:01")));
    }

    @Test
    void aLongTextIsToldAndAPictureIsNot() {
        UUID id = parcel();
        inTransaction(manager -> {
            manager.find(Parcel.class, id).letter = "Dear all";
            manager.find(Parcel.class, id).picture = new byte[] {1};
        });

        assertThat(onlyCommit()).containsExactly(new Changed(parcelRow(id), "letter", "Dear all"));
    }

    @Test
    void anEmbeddedIdIsOneStableText() {
        SeatId id = new SeatId();
        id.line = "A-1,B";
        id.number = 7;
        Seat seat = new Seat();
        seat.id = id;
        inTransaction(manager -> manager.persist(seat));
        recording.commits.clear();
        inTransaction(manager -> manager.find(Seat.class, id).guest = "Ada");

        assertThat(onlyCommit()).containsExactly(new Changed(new Row("seat", "A-1%2CB,7"), "guest", "Ada"));
        assertThat(recording.events).last().extracting(EntityChanged::id).isEqualTo(id);
    }

    @Test
    void anIdClassIsOneStableText() {
        Booking booking = new Booking();
        booking.train = 12;
        booking.passenger = "Ada";
        inTransaction(manager -> manager.persist(booking));
        recording.commits.clear();
        inTransaction(manager -> manager.merge(booking).coach = "3");

        assertThat(onlyCommit()).containsExactly(new Changed(new Row("booking", "Ada,12"), "coach", "3"));
    }

    @Test
    void aSubclassIsToldUnderTheNameOfItsRoot() {
        Dog dog = new Dog();
        Car car = new Car();
        Circle circle = new Circle();
        for (Object one : List.of(dog, car, circle)) inTransaction(manager -> manager.persist(one));
        recording.commits.clear();
        inTransaction(manager -> {
            Dog found = (Dog) manager.find(Animal.class, 1L);
            found.name = "Rex";
            found.trick = "rolls";
        });
        inTransaction(manager -> {
            Car found = (Car) manager.find(Vehicle.class, 1L);
            found.name = "Bus";
            found.trick = "jumps";
        });
        inTransaction(manager -> {
            Circle found = (Circle) manager.find(Shape.class, 1L);
            found.name = "O";
            found.trick = "turns";
        });

        assertThat(recording.commits)
                .containsExactly(
                        changed(new Row("animal", "1"), "Rex", "rolls"),
                        changed(new Row("vehicle", "1"), "Bus", "jumps"),
                        changed(new Row("shape", "1"), "O", "turns"));
    }

    @Test
    void siblingsThatDeclareAPropertyOfOneNameAreBothTold() {
        Cat cat = new Cat();
        cat.id = 2;
        for (Object one : List.of(new Dog(), cat)) inTransaction(manager -> manager.persist(one));
        recording.commits.clear();
        inTransaction(manager -> manager.find(Dog.class, 1L).trick = "rolls");
        inTransaction(manager -> manager.find(Cat.class, 2L).trick = "sleeps");

        assertThat(recording.commits)
                .containsExactly(
                        List.of(new Changed(new Row("animal", "1"), "trick", "rolls")),
                        List.of(new Changed(new Row("animal", "2"), "trick", "sleeps")));
    }

    @Test
    void whatAMappedSuperclassOrASecondaryTableHoldsIsTold() {
        inTransaction(manager -> {
            manager.persist(new Letter());
            manager.persist(new Book());
        });
        recording.commits.clear();
        inTransaction(manager -> manager.find(Letter.class, 1L).signature = "Ada");
        inTransaction(manager -> manager.find(Book.class, 1L).colour = "green");

        assertThat(recording.commits)
                .containsExactly(
                        List.of(new Changed(new Row("letter", "1"), "signature", "Ada")),
                        List.of(new Changed(new Row("book", "1"), "colour", "green")));
    }

    @Test
    void aCollectionOfValuesIsToldAsOneText() {
        inTransaction(manager -> manager.persist(new Book()));
        recording.commits.clear();
        inTransaction(manager -> manager.find(Book.class, 1L).subjects.addAll(Set.of("ships", "harbours")));
        inTransaction(manager -> manager.find(Book.class, 1L).chapters.addAll(List.of("The sea", "The land")));
        inTransaction(manager -> manager.find(Book.class, 1L).subjects.remove("ships"));

        Row row = new Row("book", "1");
        assertThat(recording.commits)
                .containsExactly(
                        List.of(new Changed(row, "subjects", "harbours, ships")),
                        List.of(new Changed(row, "chapters", "The sea, The land")),
                        List.of(new Changed(row, "subjects", "harbours")));
    }

    @Test
    void aDerivedPropertyIsToldWhenItsRowChanges() {
        inTransaction(manager -> manager.persist(new Ticket()));
        recording.commits.clear();
        inTransaction(manager -> {
            manager.find(Ticket.class, 1L).seats = 2;
            manager.find(Ticket.class, 1L).price = 21;
        });

        assertThat(onlyCommit())
                .containsExactlyInAnyOrder(
                        new Changed(new Row("ticket", "1"), "seats", 2),
                        new Changed(new Row("ticket", "1"), "price", 21),
                        new Changed(new Row("ticket", "1"), "total", 42));
    }

    private static List<Fact> changed(Row row, String name, String trick) {
        return List.of(new Changed(row, "name", name), new Changed(row, "trick", trick));
    }

    private UUID parcel() {
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

    private static Row parcelRow(UUID id) {
        return new Row("parcel", id.toString());
    }

    private static Delivery delivery(EntityManager manager, UUID id) {
        return requireNonNull(manager.find(Parcel.class, id).delivery);
    }

    private List<Fact> onlyCommit() {
        assertThat(recording.commits).hasSize(1);
        return recording.commits.get(0);
    }

    private void inTransaction(Consumer<EntityManager> work) {
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

    private static Story story(EntityManager manager) {
        return manager.find(Story.class, 1L);
    }
}
