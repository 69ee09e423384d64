package org.updatable.present;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.updatable.change.Changed;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.Said;
import org.updatable.change.Touched;
import org.updatable.format.Form;
import org.updatable.format.Format;
import org.updatable.message.Group;
import org.updatable.message.Update;
import org.updatable.message.UpdateValue;
import org.updatable.model.Forum;
import org.updatable.model.Forum.Member;
import org.updatable.model.Forum.Pin;
import org.updatable.model.Forum.Reply;
import org.updatable.model.Forum.Tag;
import org.updatable.model.Forum.Topic;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModels;
import org.updatable.model.Notice;
import org.updatable.model.Provider;
import org.updatable.model.Samples.Address;
import org.updatable.model.Samples.Animal;
import org.updatable.model.Samples.Book;
import org.updatable.model.Samples.Booking;
import org.updatable.model.Samples.Customer;
import org.updatable.model.Samples.Delivery;
import org.updatable.model.Samples.Dog;
import org.updatable.model.Samples.Parcel;
import org.updatable.model.Samples.Seat;
import org.updatable.model.Samples.SeatId;
import org.updatable.model.Samples.Ticket;
import org.updatable.model.Story;
import org.updatable.model.Types.Basket;
import org.updatable.model.Types.Position;

@ParameterizedClass
@EnumSource
class PresentTest {
    private static final Row NOTICE = new Row("notice", "1");
    private static final Row TOPIC = new Row("topic", "1");
    private static final Row OTHER_TOPIC = new Row("topic", "2");

    private final EntityManagerFactory unit;
    private final Present present;

    PresentTest(Provider provider) {
        unit = provider.unit("stories");
        present = Presents.of(LiveModels.of(unit));
        inTransaction(manager ->
                LongStream.rangeClosed(1, 1200).forEach(id -> manager.persist(new Story(id, "Story " + id))));
    }

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    void eachLivePropertyOfEachRowIsRead() {
        List<Fact> values = read("story", List.of("1", "2"));

        assertThat(values)
                .hasSize(10)
                .contains(
                        new Changed(new Row("story", "1"), "title", "Story 1"),
                        new Changed(new Row("story", "2"), "readers", 0),
                        new Changed(new Row("story", "2"), "price", null));
    }

    @Test
    void theDatabaseIsReadAndNoCache() {
        overwrite("update STORY set TITLE = 'by another program' where ID = 1");

        assertThat(read("story", List.of("1")))
                .contains(new Changed(new Row("story", "1"), "title", "by another program"));
    }

    @Test
    void moreRowsThanAQueryTakesAreReadInSeveral() {
        List<String> ids = new ArrayList<>();
        LongStream.rangeClosed(1, 1200).forEach(id -> ids.add(Long.toString(id)));

        assertThat(read("story", ids)).hasSize(1200 * 5);
    }

    @Test
    void partsAndReferencesAreReadAlsoWhereThereAreNone() {
        Customer customer = new Customer();
        customer.id = "c-1";
        Parcel full = new Parcel();
        full.id = UUID.randomUUID();
        full.customer = customer;
        full.delivery = new Delivery();
        full.delivery.status = "sent";
        full.delivery.address = new Address();
        full.delivery.address.city = "Kiel";
        full.price = new BigDecimal("7.5");
        Parcel empty = new Parcel();
        empty.id = UUID.randomUUID();
        persist(customer, full, empty);

        Row fullRow = new Row("parcel", full.id.toString());
        Row emptyRow = new Row("parcel", empty.id.toString());
        assertThat(read("parcel", List.of(fullRow.id(), emptyRow.id())))
                .contains(
                        new Changed(fullRow, "customer", "c-1"),
                        new Changed(fullRow, "delivery.status", "sent"),
                        new Changed(fullRow, "delivery.address.city", "Kiel"),
                        new Changed(fullRow, "price", "7.50"),
                        new Changed(emptyRow, "customer", null),
                        new Changed(emptyRow, "delivery.status", null));
    }

    @Test
    void rowsWithIdsOfSeveralValuesAreRead() {
        List<Object> rows = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            Seat seat = new Seat();
            seat.id = new SeatId();
            seat.id.line = "A-1,B";
            seat.id.number = number;
            seat.guest = "Guest " + number;
            rows.add(seat);
        }
        Booking booking = new Booking();
        booking.train = 12;
        booking.passenger = "Ada";
        booking.coach = "3";
        rows.add(booking);
        persist(rows.toArray());

        assertThat(read("seat", List.of("A-1%2CB,1", "A-1%2CB,3", "A-1%2CB", "A-1%2CB,x")))
                .containsExactlyInAnyOrder(
                        new Changed(new Row("seat", "A-1%2CB,1"), "guest", "Guest 1"),
                        new Changed(new Row("seat", "A-1%2CB,3"), "guest", "Guest 3"));
        assertThat(read("booking", List.of("Ada,12")))
                .containsExactly(new Changed(new Row("booking", "Ada,12"), "coach", "3"));
    }

    @Test
    void aSubclassIsReadWithWhatOnlyItHas() {
        Dog dog = new Dog();
        dog.trick = "rolls";
        Animal animal = new Animal();
        animal.id = 2;
        animal.name = "Fish";
        persist(dog, animal);
        overwrite("update animal set NAME = 'Rex' where ID = 1");

        assertThat(read("animal", List.of("1", "2")))
                .containsExactlyInAnyOrder(
                        new Changed(new Row("animal", "1"), "name", "Rex"),
                        new Changed(new Row("animal", "1"), "trick", "rolls"),
                        new Changed(new Row("animal", "2"), "name", "Fish"));
    }

    @Test
    void whatAReferenceLeadsToIsReadAlsoWhereItLeadsNowhere() {
        aForum();
        inTransaction(manager -> Forum.overwrite(manager, Member.class, "name", "by another program", 7));
        Set<String> paths = Set.of("author.name", "author.fee", "author.sponsor", "author.card", "pin.colour", "pin");

        assertThat(read(new Touched("topic", Set.of("1", "2"), Set.of()), paths))
                .containsExactlyInAnyOrder(
                        new Changed(TOPIC, "author.banned", true),
                        new Changed(TOPIC, "author.fee", "7.50"),
                        new Changed(TOPIC, "author.name", "by another program"),
                        new Changed(TOPIC, "author.sponsor", 8L),
                        new Changed(TOPIC, "pin", 5L),
                        new Changed(TOPIC, "pin.colour", "red"),
                        new Changed(OTHER_TOPIC, "author.banned", null),
                        new Changed(OTHER_TOPIC, "author.fee", null),
                        new Changed(OTHER_TOPIC, "author.name", null),
                        new Changed(OTHER_TOPIC, "author.sponsor", null),
                        new Changed(OTHER_TOPIC, "pin", null),
                        new Changed(OTHER_TOPIC, "pin.colour", null));
    }

    @Test
    void aGetterToWhichAReferenceLeadsIsAskedOfWhatTheDatabaseHolds() {
        aForum();
        inTransaction(manager -> Forum.overwrite(manager, Member.class, "name", "Eve", 7));

        assertThat(read(
                        new Touched("topic", Set.of("1", "2"), Set.of()),
                        Set.of("author.greeting", "author.name", "title")))
                .containsExactlyInAnyOrder(
                        new Changed(TOPIC, "author.greeting", "Hello Eve"),
                        new Changed(TOPIC, "author.name", "Eve"),
                        new Changed(TOPIC, "title", "A"),
                        new Changed(OTHER_TOPIC, "author.greeting", null),
                        new Changed(OTHER_TOPIC, "author.name", null),
                        new Changed(OTHER_TOPIC, "title", null));
    }

    @Test
    void whatRefersToARowIsReadByItsIds() {
        aForum();
        inTransaction(manager -> Forum.overwrite(manager, Reply.class, "text", "Z", 10));

        assertThat(read(
                        new Touched("topic", Set.of("1", "2"), Set.of()),
                        Set.of("replies", "alphabet", "size", "praisedIn.Z", "title")))
                .containsExactlyInAnyOrder(
                        new Changed(TOPIC, "replies", "10, 11, 9"),
                        new Changed(TOPIC, "alphabet", "11, 9, 10"),
                        new Changed(TOPIC, "size", 3),
                        new Changed(TOPIC, "title", "A"),
                        new Said(Update.value("topic-1-praisedIn.Z", true)),
                        new Changed(OTHER_TOPIC, "replies", ""),
                        new Changed(OTHER_TOPIC, "alphabet", ""),
                        new Changed(OTHER_TOPIC, "size", 0),
                        new Changed(OTHER_TOPIC, "title", null),
                        new Said(Update.value("topic-2-praisedIn.Z", false)));
        assertThat(read(new Touched("tag", Set.of("a"), Set.of()), Set.of("topics")))
                .containsExactly(new Changed(new Row("tag", "a"), "topics", "1"));
    }

    /** What a page says and what is read has to be the same. */
    @Test
    void whatIsReadIsWhatAPageSays() {
        aForum();
        LiveEntity live = present.model.named("topic").orElseThrow();
        List<String> paths = List.of(
                "author.name",
                "author.fee",
                "author.sponsor",
                "author.card",
                "author.greeting",
                "pin.colour",
                "pin",
                "replies",
                "alphabet",
                "size");
        for (Row row : List.of(TOPIC, OTHER_TOPIC)) {
            List<Fact> read = read(Touched.row(row), Set.copyOf(paths));
            EntityManager manager = unit.createEntityManager();
            Topic topic = manager.find(Topic.class, Long.valueOf(row.id()));
            for (String path : paths) {
                Group group = new Group("topic", row.id(), path, "");
                assertThat(read.stream().flatMap(fact -> present.updates(fact, group, Form.PLAIN).stream()))
                        .as(path)
                        .isEqualTo(live.says(topic, path, Form.PLAIN).stream()
                                .map(update -> update.to(group.name()))
                                .toList());
            }
            manager.close();
        }
    }

    private void aForum() {
        Member sponsor = new Member();
        sponsor.id = 8;
        Member author = new Member();
        author.id = 7;
        author.name = "Ada";
        author.fee = new BigDecimal("7.5");
        author.banned = true;
        author.sponsor = sponsor;
        Tag tag = new Tag();
        tag.id = "a";
        Topic topic = new Topic();
        topic.title = "A";
        topic.author = author;
        topic.tags.add(tag);
        Topic other = new Topic();
        other.id = 2;
        Pin pin = new Pin();
        pin.id = 5;
        pin.colour = "red";
        pin.topic = topic;
        persist(sponsor, author, tag, topic, other, pin);
        for (long id = 9; id <= 11; id++) {
            Reply reply = new Reply();
            reply.id = id;
            reply.text = id == 9 ? "M" : id == 10 ? "B" : "A";
            reply.topic = topic;
            persist(reply);
        }
        unit.getCache().evict(Topic.class);
    }

    @Test
    void aCollectionOfValuesIsRead() {
        Book book = new Book();
        book.subjects.addAll(List.of("ships", "harbours"));
        persist(book);

        assertThat(read("book", List.of("1")))
                .contains(new Changed(new Row("book", "1"), "subjects", "harbours, ships"));
    }

    @Test
    void aDerivedPropertyIsDerivedFromWhatTheDatabaseHolds() {
        Ticket ticket = new Ticket();
        ticket.seats = 2;
        persist(ticket);
        overwrite("update ticket set PRICE = 21 where ID = 1");

        assertThat(read("ticket", List.of("1"))).contains(new Changed(new Row("ticket", "1"), "total", 42));
    }

    /** As EclipseLink leaves it when a commit of the application fails while its cache takes over what was written. */
    @Test
    void aRowThatIsLockedInTheCacheIsReadAllTheSame() {
        persist(new Ticket());
        lockInCache(Ticket.class, 1L);

        assertThat(CompletableFuture.supplyAsync(() -> read("ticket", List.of("1"))))
                .succeedsWithin(Duration.ofSeconds(30))
                .asInstanceOf(InstanceOfAssertFactories.list(Fact.class))
                .contains(new Changed(new Row("ticket", "1"), "total", 0));
    }

    @Test
    void whatWasTouchedLeavesTheCache() {
        persist(new Ticket());
        overwrite("update ticket set SEATS = 2");

        present.forget(List.of(Touched.row(new Row("ticket", "1"))));
        assertThat(seats()).isEqualTo(2);

        overwrite("update ticket set SEATS = 3");
        present.forget(List.of(Touched.all("ticket"), Touched.all("nothing")));
        assertThat(seats()).isEqualTo(3);
    }

    @Test
    void whoReadsMeanwhileDoesNotBringBackWhatWasBefore() {
        persist(new Ticket());
        whileSomebodyReads(() -> {
            overwrite("update ticket set SEATS = 2");
            present.forget(List.of(Touched.row(new Row("ticket", "1"))));
        });
        assertThat(seats()).isEqualTo(2);

        whileSomebodyReads(() -> {
            overwrite("update ticket set SEATS = 3");
            present.forget(List.of(Touched.all("ticket")));
        });
        assertThat(seats()).isEqualTo(3);
    }

    /** The rows are selected before, and the entities are built afterwards. */
    private void whileSomebodyReads(Runnable change) {
        overwrite("create alias if not exists waits for 'org.updatable.present.PresentTest$Reader.waits'");
        Reader.begun = new CompletableFuture<>();
        Reader.goesOn = new CountDownLatch(1);
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
            EntityManager manager = unit.createEntityManager();
            manager.createQuery("select t from Samples$Ticket t where function('WAITS', t.id) = t.id", Ticket.class)
                    .getResultList();
            manager.close();
        });
        CompletableFuture.anyOf(Reader.begun, reading).join();
        change.run();
        Reader.goesOn.countDown();
        assertThat(reading).succeedsWithin(Duration.ofSeconds(30));
    }

    /** A function of the database. */
    public static final class Reader {
        static CompletableFuture<Void> begun = new CompletableFuture<>();
        static CountDownLatch goesOn = new CountDownLatch(0);

        private Reader() {}

        public static long waits(long id) throws InterruptedException {
            begun.complete(null);
            goesOn.await();
            return id;
        }
    }

    @Test
    void whatIsLockedInTheCacheLeavesItAllTheSame() {
        persist(new Ticket());
        lockInCache(Ticket.class, 1L);

        assertThat(CompletableFuture.runAsync(
                        () -> present.forget(List.of(Touched.row(new Row("ticket", "1")), Touched.all("ticket")))))
                .succeedsWithin(Duration.ofSeconds(30));
    }

    /** The collection may be in the cache as it was. */
    @Test
    void whatRefersToARowByAnIdOfSeveralValuesIsReadAsItIs() {
        Basket basket = new Basket();
        Position before = new Position();
        before.basket = basket;
        before.number = 1;
        persist(basket, before);
        unit.getCache().evictAll();
        inTransaction(
                manager -> assertThat(manager.find(Basket.class, 1L).positions).hasSize(1));

        inTransaction(manager -> {
            manager.createQuery("select p from Types$Position p", Position.class)
                    .getResultList()
                    .forEach(manager::remove);
            Position after = new Position();
            after.basket = manager.find(Basket.class, 1L);
            after.number = 2;
            manager.persist(after);
        });

        assertThat(read(Touched.row(new Row("basket", "1"), "positions"), Set.of("positions")))
                .containsExactly(new Changed(new Row("basket", "1"), "positions", "1,2"));
    }

    private int seats() {
        EntityManager manager = unit.createEntityManager();
        int seats = manager.find(Ticket.class, 1L).seats;
        manager.close();
        return seats;
    }

    private void lockInCache(Class<?> type, Object id) {
        ServerSession session;
        try {
            session = unit.unwrap(ServerSession.class);
        } catch (PersistenceException noSuchCache) {
            return;
        }
        session.getIdentityMapAccessorInstance().acquireLock(id, type, session.getDescriptor(type), false);
    }

    @Test
    void whatMethodsOfTheEntitySayIsSaidToWhoWatchesThose() {
        Notice notice = new Notice();
        notice.status = "urgent";
        notice.mood = "good";
        inTransaction(manager -> manager.persist(notice));

        assertThat(read(Touched.row(NOTICE), Set.of("status", "main-div")))
                .containsExactlyInAnyOrder(
                        new Changed(NOTICE, "hidden", false),
                        new Said(Update.value("notice-1-status", "It is urgent")),
                        new Said(Update.toggleClass("notice-1-main-div", "urgent", true)));
        assertThat(read(Touched.row(NOTICE), Set.of("face")))
                .containsExactly(new Said(Update.attribute("notice-1-face", "alt", "good")));
    }

    @Test
    void onlyWhatMayHaveChangedIsRead() {
        inTransaction(manager -> manager.persist(new Notice()));
        Set<String> paths = Set.of("title", "main-div", "face", "readBy.23");

        assertThat(read(Touched.row(NOTICE, "hidden"), paths)).containsExactly(new Changed(NOTICE, "hidden", false));
        assertThat(read(Touched.row(NOTICE, "status"), Set.of("main-div")))
                .as("another property says something there, too")
                .containsExactly(new Said(Update.toggleClass("notice-1-main-div", "urgent", false)));
        assertThat(read(Touched.row(NOTICE, "mood"), paths))
                .containsExactly(new Said(Update.attribute("notice-1-face", "alt", null)));
        assertThat(read(Touched.row(NOTICE, "readBy"), paths))
                .containsExactly(new Said(Update.value("notice-1-readBy.23", false)));
        assertThat(read(Touched.row(NOTICE, "image"), paths)).isEmpty();
    }

    @Test
    void aMethodThatFailsTakesNothingElseWithIt() {
        Notice notice = new Notice();
        notice.title = "A";
        notice.mood = "bad";
        inTransaction(manager -> manager.persist(notice));

        assertThat(read(Touched.row(NOTICE), Set.of("title", "face", "status")))
                .containsExactlyInAnyOrder(
                        new Changed(NOTICE, "title", "A"), new Said(Update.value("notice-1-status", "It is null")));
    }

    @Test
    void aPropertyWithAContextIsReadForEachContextThatIsWatched() {
        Notice notice = new Notice();
        notice.readers.addAll(Set.of("23", "mary"));
        inTransaction(manager -> manager.persist(notice));

        assertThat(read(Touched.row(NOTICE), Set.of("readBy.23", "readBy.24", "mine.mary", "other.1")))
                .containsExactlyInAnyOrder(
                        new Said(Update.value("notice-1-readBy.23", true)),
                        new Said(Update.value("notice-1-readBy.24", false)),
                        new Said(Update.toggleClass("notice-1-mine.mary", "mine", true)));
    }

    @Test
    void aValueMeansWhatItsPropertySaysAtThatPath() {
        assertThat(updates(new Changed(NOTICE, "hidden", true), "main-div", ""))
                .containsExactly(Update.toggleClass("notice-1-main-div", "hidden", true));
        assertThat(updates(new Changed(NOTICE, "hidden", true), "title", "")).isEmpty();
        assertThat(updates(new Changed(NOTICE, "title", "A"), "title", ""))
                .containsExactly(Update.value("notice-1-title", "A"));
    }

    @Test
    void aValueIsSaidInTheFormInWhichItIsWatched() {
        assertThat(updates(new Changed(NOTICE, "title", "<b>A</b>"), "title", "html"))
                .containsExactly(new UpdateValue("notice-1-title~html", "<b>A</b>", true));
        assertThat(updates(new Changed(NOTICE, "hidden", true), "main-div", "number;locale=de"))
                .as("no value")
                .containsExactly(Update.toggleClass("notice-1-main-div~number;locale=de", "hidden", true));
    }

    @Test
    void whatIsSaidOfAPathIsSaidInTheFormInWhichItIsWatched() {
        Fact said = new Said(Update.value("notice-1-status", 1000));

        assertThat(updates(said, "status", "number;locale=de"))
                .containsExactly(Update.value("notice-1-status~number;locale=de", "1.000"));
        assertThat(updates(said, "status", "html"))
                .containsExactly(new UpdateValue("notice-1-status~html", 1000, true));
        assertThat(updates(said, "title", "number;locale=de")).isEmpty();
    }

    @Test
    void aConverterThatFailsTakesNothingElseWithIt() {
        Format fails = Format.converted("x", value -> {
            throw new IllegalStateException("on purpose");
        });

        assertThat(present.updates(
                        new Changed(NOTICE, "title", "A"), group("title"), new Form(false, Optional.of(fails))))
                .isEmpty();
    }

    @Test
    void aPatternThatIsNestedTooDeeplyTakesNothingElseWithIt() {
        String form = "date;pattern=" + "%5B".repeat(100_000) + "d";

        assertThat(updates(new Changed(NOTICE, "title", "2026-11-21"), "title", form))
                .isEmpty();
    }

    private List<Update> updates(Fact fact, String path, String form) {
        return present.updates(
                fact, new Group("notice", "1", path, form), Form.parse(form).orElseThrow());
    }

    private static Group group(String path) {
        return new Group("notice", "1", path, "");
    }

    private List<Fact> read(String namespace, List<String> ids) {
        return read(
                new Touched(namespace, Set.copyOf(ids), Set.of()),
                present.model
                        .named(namespace)
                        .map(entity -> entity.properties().keySet())
                        .orElse(Set.of()));
    }

    private List<Fact> read(Touched touched, Set<String> paths) {
        return present.read(Map.of(touched, paths)).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void aRowThatIsGoneIsNotFound() {
        inTransaction(manager -> manager.persist(new Notice()));

        assertThat(present.read(Map.of(new Touched("notice", Set.of("1", "2", "x"), Set.of()), Set.of("title"))))
                .containsOnlyKeys(NOTICE);
    }

    @Test
    void whereThereIsNothingToReadNobodyKnowsThatARowIsGone() {
        assertThat(present.read(Map.of(Touched.row(new Row("nothing", "1")), Set.of("title"))))
                .containsOnlyKeys(new Row("nothing", "1"));
    }

    private void persist(Object... rows) {
        inTransaction(manager -> List.of(rows).forEach(manager::persist));
    }

    /** Past EclipseLink's cache, as another program would. */
    private void overwrite(String sql) {
        inTransaction(manager -> manager.createNativeQuery(sql).executeUpdate());
    }

    private void inTransaction(Consumer<EntityManager> work) {
        EntityManager manager = unit.createEntityManager();
        manager.getTransaction().begin();
        work.accept(manager);
        manager.getTransaction().commit();
        manager.close();
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        assertThat(read("story", List.of("9999", "not-an-id"))).isEmpty();
        assertThat(read("nothing", List.of("1"))).isEmpty();
    }
}
