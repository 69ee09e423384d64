package org.updatable.capture.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.updatable.EntityChanged.Kind;
import org.updatable.capture.ChangeSource;
import org.updatable.capture.Database;
import org.updatable.capture.LiveTable;
import org.updatable.capture.LiveTable.Holds;
import org.updatable.capture.RecordingCapture;
import org.updatable.capture.TransactionNumbers;
import org.updatable.change.Commit;
import org.updatable.change.Row;
import org.updatable.change.RowEvent;
import org.updatable.change.Touched;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModel;
import org.updatable.model.LiveModels;
import org.updatable.model.Provider;
import org.updatable.model.Receipt;
import org.updatable.model.Samples.Book;
import org.updatable.model.Samples.Car;
import org.updatable.model.Samples.Customer;
import org.updatable.model.Samples.Parcel;
import org.updatable.model.Story;

/** What the triggers say of each kind of table, and what of it is new to a node, with one provider. */
abstract class TriggersContract {
    private static final Row STORY = new Row("story", "1");
    private static final String SHOP = "\"Big \"\"Shop\"\"\"";
    private static final String BEGINNING =
            "insert into story (id, version, title, readers, notes) values (1, 0, 'A', 0, 'private')";

    /** Triggers, and functions of ours. */
    private static final String EVERYTHING = "select (select count(*) from pg_trigger where not tgisinternal)"
            + " + (select count(*) from pg_proc where proname like 'updatable:%')";

    private final String database = Postgres.database();
    private final EntityManagerFactory unit;
    private final EntityManagerFactory inQuotes;
    private final ChangeSource source;
    private final LiveModel model;
    private final Collection<LiveEntity> entities;
    private final RecordingCapture recording = new RecordingCapture();
    private final List<Commit> heard = new ArrayList<>();
    private final Heard hearing;
    private final Session session;

    TriggersContract(Provider provider, ChangeSource source) throws SQLException {
        Map<String, String> here = Map.of(
                "jakarta.persistence.jdbc.url", database, "jakarta.persistence.jdbc.driver", "org.postgresql.Driver");
        Map<String, String> created = new HashMap<>(here);
        created.put("jakarta.persistence.schema-generation.database.action", "create");
        unit = provider.unit("stories", created);
        Postgres.execute(database, Receipt.tables());
        inQuotes = provider.unit("in-quotes", here);
        this.source = source;
        model = LiveModels.of(unit, inQuotes);
        entities = model.entities();
        TransactionNumbers numbers = recording.own.of(unit);
        numbers.want(true);
        hearing = new Heard(entities, recording.own, numbers, heard::add);
        session = new Session(Server.of(database, Optional.empty(), Optional.empty(), new Driver()));
    }

    @BeforeEach
    void triggersAreThere() throws SQLException {
        install(TriggerScript.of(tables()));
        source.observe(unit, model.entitiesOf(unit), recording.capture);
        for (LiveEntity entity : entities) session.listen(entity.channel());
        session.listen("reports");
        session.listen("updatable:done");
    }

    @AfterEach
    void close() throws SQLException {
        session.close();
        unit.close();
        inQuotes.close();
    }

    @Test
    void aRowThatAnotherProgramInsertsIsNew() {
        another(BEGINNING);

        assertThat(events()).satisfiesExactly(event -> {
            assertThat(event.row()).isEqualTo(STORY);
            assertThat(event.kind()).isEqualTo(Kind.CREATED);
            assertThat(event.fields()).contains("title", "readers").doesNotContain("notes");
        });
        assertThat(touched()).containsExactly(Touched.row(STORY));
    }

    @Test
    void ofARowThatItChangesTheFieldsAreSaid() {
        beginning();
        another("update story set title = 'B', readers = 2");

        assertThat(events()).containsExactly(new RowEvent(STORY, Kind.UPDATED, Set.of("title", "readers")));
    }

    @Test
    void aRowThatItDeletesIsGone() {
        beginning();
        another("delete from story");

        assertThat(events()).containsExactly(new RowEvent(STORY, Kind.DELETED, Set.of()));
        assertThat(touched()).containsExactly(Touched.row(STORY));
    }

    @Test
    void whatIsExcludedIsNotSaid() {
        beginning();
        another("update story set notes = 'still private'");

        assertThat(commits()).isEmpty();
    }

    @Test
    void whatDoesNotChangeIsNotSaid() {
        beginning();
        another(
                "update story set title = title, price = 1.5",
                "update story set price = 1.50",
                "update story set price = price");

        assertThat(events()).extracting(RowEvent::fields).containsExactly(Set.of("price"));
    }

    @Test
    void aKeyThatChangesIsARowThatIsGoneAndOneThatIsNew() {
        beginning();
        another("update story set id = 2");

        assertThat(events())
                .extracting(RowEvent::row, RowEvent::kind)
                .containsExactlyInAnyOrder(tuple(STORY, Kind.DELETED), tuple(new Row("story", "2"), Kind.CREATED));
    }

    @Test
    void allOfATransactionComesTogether() {
        another(BEGINNING, "insert into {ticket} (id, seats, price) values (3, 1, 5)");
        inOneTransaction(
                "update story set title = 'B'", "update {ticket} set seats = 2", "update story set readers = 5");

        List<Commit> commits = commits();
        Commit last = commits.get(commits.size() - 1);
        assertThat(last.events())
                .containsExactlyInAnyOrder(
                        new RowEvent(STORY, Kind.UPDATED, Set.of("title", "readers")),
                        new RowEvent(new Row("ticket", "3"), Kind.UPDATED, Set.of("seats", "total")));
    }

    @Test
    void whatIsRolledBackIsNotSaid() throws SQLException {
        beginning();
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update story set title = 'never'");
            connection.rollback();
        }

        assertThat(commits()).isEmpty();
    }

    @Test
    void idsOfSeveralColumnsAreTheirTexts() {
        another("insert into {seat} (seat_line, number, guest) values ('a,b', 7, 'Ann')");
        another("insert into {booking} (train, passenger, coach) values (12, 'Ben', '3')");

        assertThat(events())
                .extracting(RowEvent::row)
                .containsExactly(new Row("seat", "a%2Cb,7"), new Row("booking", "Ben,12"));
    }

    @Test
    void idsAreUuidsAndTexts() {
        UUID id = UUID.randomUUID();
        inTransaction(manager -> {
            Parcel parcel = new Parcel();
            parcel.id = id;
            manager.persist(parcel);
            Customer customer = new Customer();
            customer.id = "O'Hara";
            manager.persist(customer);
        });
        assertThat(commits()).isEmpty();
        another("update {parcel} set price = 3", "update {buyer} set name = 'X'");

        assertThat(events())
                .extracting(RowEvent::row)
                .containsExactly(new Row("parcel", id.toString()), new Row("buyer", "O'Hara"));
    }

    @Test
    void aTextThatIsTooLongForANotificationIsNotSaid() {
        another("insert into {buyer} (id, name) values ('%s', 'x')".formatted("x".repeat(200)));
        assertThat(touched()).containsExactly(Touched.row(new Row("buyer", "x".repeat(200))));
        another("alter table {buyer} alter column id type text");
        another("insert into {buyer} (id, name) values (repeat('y', 9000), 'y')");

        assertThat(touched()).contains(Touched.all("buyer"));
    }

    @Test
    void tablesBesideHoldMoreOfARow() {
        inTransaction(manager -> {
            Car car = new Car();
            car.name = "A";
            manager.persist(car);
            Book book = new Book();
            book.title = "A";
            book.colour = "blue";
            manager.persist(book);
        });
        assertThat(commits()).isEmpty();
        another("update {vehicle.more} set trick = 'drives'", "update book_cover set colour = 'red'");

        assertThat(events())
                .containsExactly(
                        new RowEvent(new Row("vehicle", "1"), Kind.UPDATED, Set.of("trick")),
                        new RowEvent(new Row("book", "1"), Kind.UPDATED, Set.of("colour")));
    }

    @Test
    void tablesOfEachClassHoldRows() {
        another("insert into {shape.circle} (id, name, trick) values (4, 'round', 'rolls')");

        assertThat(events())
                .extracting(RowEvent::row, RowEvent::kind)
                .containsExactly(tuple(new Row("shape", "4"), Kind.CREATED));
    }

    @Test
    void collectionsAreFieldsOfTheirRows() {
        another(
                "insert into {book} (id, title) values (1, 'A')",
                "insert into museum_picture (id, title) values (1, 'P')",
                "insert into museum_guide (id) values (7)");
        commits();
        heard.clear();
        another("insert into {book.subjects} ({book.subjects.key}, subjects) values (1, 'birds')");
        another("insert into museum_label (picture_id, labels) values (1, 'old')");

        assertThat(events())
                .containsExactly(
                        new RowEvent(new Row("book", "1"), Kind.UPDATED, Set.of("subjects")),
                        new RowEvent(new Row("picture", "1"), Kind.UPDATED, Set.of("labels")));
    }

    @Test
    void collectionsOfRowsAreFieldsOfTheRowThatHasThem() {
        another(
                "insert into museum_picture (id, title) values (1, 'P')",
                "insert into museum_guide (id) values (7)",
                "insert into museum_guide (id) values (8)",
                "insert into museum_tour (id) values (3)");
        commits();
        heard.clear();
        another("insert into {picture.guides} ({picture.guides.key}, guides_id) values (1, 7)");
        another("update museum_tour set guide_id = 7");
        another("update museum_tour set guide_id = 8");

        assertThat(events())
                .containsExactlyInAnyOrder(
                        new RowEvent(new Row("picture", "1"), Kind.UPDATED, Set.of("guides")),
                        new RowEvent(new Row("guide", "7"), Kind.UPDATED, Set.of("tours")),
                        new RowEvent(new Row("guide", "8"), Kind.UPDATED, Set.of("tours")),
                        new RowEvent(new Row("guide", "7"), Kind.UPDATED, Set.of("tours")));
    }

    @Test
    void aCollectionThatRefersToSomethingElseTouchesAll() {
        another("insert into {shelf} (id, code) values ('a', 'top')");
        commits();
        heard.clear();
        another("insert into shelf_label (shelf_code, labels) values ('top', 'x')");

        assertThat(touched()).containsExactly(Touched.all("shelf"));
    }

    @Test
    void manyRowsTruncateAndCopyAreSaidAsOne() throws SQLException {
        another("insert into story (id, version, readers) select n, 0, 0 from generate_series(1, 101) n");
        assertThat(touched()).containsExactly(Touched.all("story"));
        heard.clear();
        another("truncate story");
        assertThat(touched()).containsExactly(Touched.all("story"));
        heard.clear();
        try (Connection connection = DriverManager.getConnection(database)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy story (id, version, readers) from stdin", new StringReader("1\t0\t0\n2\t0\t0\n"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        assertThat(events()).extracting(event -> event.row().id()).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void whatTheDatabaseDeletesByItselfIsSaid() {
        another(
                "do $$ declare c text; begin select conname into c from pg_constraint where conrelid = 'museum_label'::regclass"
                        + " and contype = 'f'; execute format('alter table museum_label drop constraint %I', c); end $$",
                "alter table museum_label add foreign key (picture_id) references museum_picture on delete cascade",
                "insert into museum_picture (id) values (1)",
                "insert into museum_label (picture_id, labels) values (1, 'old')");
        commits();
        heard.clear();
        another("delete from museum_picture");

        assertThat(events()).extracting(RowEvent::kind).containsExactly(Kind.DELETED);
    }

    @Test
    void whatOurOwnCommitHasToldIsNotToldAgain() {
        inTransaction(manager -> manager.persist(new Story(1L, "A")));
        inTransaction(manager -> manager.find(Story.class, 1L).title = "B");
        inTransaction(manager ->
                manager.createQuery("update Story s set s.readers = 5").executeUpdate());
        inTransaction(manager ->
                manager.createNativeQuery("update story set readers = 6").executeUpdate());
        inTransaction(manager -> {
            Book book = new Book();
            book.subjects.add("birds");
            manager.persist(book);
        });
        inTransaction(manager -> manager.find(Book.class, 1L).subjects.add("bees"));
        inTransaction(manager -> manager.remove(manager.find(Story.class, 1L)));

        assertThat(commits()).isEmpty();
        assertThat(recording.commits).hasSize(7);
    }

    @Test
    void whatOurOwnTransactionChangesUnseenIsTold() {
        beginning();
        inTransaction(manager -> {
            manager.find(Story.class, 1L).title = "B";
            manager.flush();
            unseen(manager, "update story set readers = 9");
            unseen(manager, withNames("insert into {ticket} (id, seats, price) values (3, 1, 5)"));
        });

        assertThat(events())
                .extracting(RowEvent::row, RowEvent::fields)
                .containsExactly(
                        tuple(STORY, Set.of("readers")),
                        tuple(new Row("ticket", "3"), Set.of("price", "seats", "total")));
    }

    @Test
    void theScriptCanRunTwiceAndOthersAreLeftAlone() throws SQLException {
        another("create function mine() returns trigger language plpgsql as 'begin return null; end'");
        another("create trigger mine after insert on story execute function mine()");
        install(TriggerScript.of(tables()));
        long all = count();
        install(TriggerScript.of(tables()));
        assertThat(count()).isEqualTo(all);
        beginning();

        install(TriggerScript.of(List.of()));
        assertThat(count()).isEqualTo(1);
        another("update story set title = 'C'");
        assertThat(commits()).isEmpty();
        install(TriggerScript.of(tables()));
        install(TriggerScript.removal());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void rowsWhoseTableAndColumnsAreInQuotesAreSaid() {
        another("insert into " + SHOP + ".\"order\" values (7, 'A')");
        another("update " + SHOP + ".\"order\" set \"Buyer's \"\"$1\"\" \\ %s\" = 'B'");
        another("delete from " + SHOP + ".\"order\"");
        another("truncate " + SHOP + ".\"order\"");

        Row receipt = new Row("receipt", "7");
        assertThat(events())
                .containsExactly(
                        new RowEvent(receipt, Kind.CREATED, Set.of("buyer", "goods", "gifts")),
                        new RowEvent(receipt, Kind.UPDATED, Set.of("buyer")),
                        new RowEvent(receipt, Kind.DELETED, Set.of()));
        assertThat(heard.get(3).facts()).containsExactly(Touched.all("receipt"));
    }

    @Test
    void collectionsWhoseNamesDifferInTheirQuotesOnlyAreTwo() {
        another("insert into " + SHOP + ".\"order\" values (7, 'A')");
        commits();
        heard.clear();
        another("insert into " + SHOP + ".\"Its.goods\" values (7, 'soap')");
        another("insert into " + SHOP + ".\"its.goods\" values (7, 'soap')");

        Row receipt = new Row("receipt", "7");
        assertThat(events())
                .containsExactly(
                        new RowEvent(receipt, Kind.UPDATED, Set.of("goods")),
                        new RowEvent(receipt, Kind.UPDATED, Set.of("gifts")));
    }

    @Test
    void aNotificationByHandIsAHint() {
        another(
                "notify story, '{\"pk\":1,\"event\":\"save\",\"by\":\"hand\"}'",
                "notify story, '{\"pk\":\"2\",\"event\":\"delete\"}'",
                "notify story, '{\"event\":\"touched\"}'",
                "notify story, '{\"pk\":1,\"event\":\"save\",\"fields\":[\"title\",\"notes\",7]}'");

        List<Commit> commits = commits();
        assertThat(commits).hasSize(4);
        RowEvent first = commits.get(0).events().get(0);
        assertThat(first.row()).isEqualTo(STORY);
        assertThat(first.more()).isEqualTo(Map.of("by", "hand"));
        assertThat(first.fields()).contains("title", "readers");
        assertThat(commits.get(1).events())
                .containsExactly(new RowEvent(new Row("story", "2"), Kind.DELETED, Set.of()));
        assertThat(commits.get(2).facts()).containsExactly(Touched.all("story"));
        assertThat(commits.get(3).events()).containsExactly(new RowEvent(STORY, Kind.UPDATED, Set.of("title")));
    }

    @Test
    void whatIsNoHintIsAnnouncedAsItIs() {
        another(
                "notify reports, 'ready'",
                "notify reports",
                "notify reports, '{\"name\":\"June\",\"pages\":12}'",
                "notify reports, '[1]'",
                "notify reports, '" + "[".repeat(7000) + "'",
                "notify story, '{\"pk\":\"none\",\"event\":\"save\"}'",
                "notify story, '{\"pk\":[1,2],\"event\":\"save\"}'",
                "notify story, '{\"pk\":1,\"event\":\"save\",\"model\":\"Other\"}'");

        assertThat(commits()).allMatch(commit -> commit.facts().isEmpty());
        assertThat(heard.stream().flatMap(commit -> commit.notifications().stream()))
                .hasSize(8)
                .first()
                .satisfies(one -> assertThat(one.payload()).isEqualTo(Map.of("raw", "ready")));
        assertThat(heard.get(2).notifications().get(0).payload()).isEqualTo(Map.of("name", "June", "pages", 12L));
    }

    private void beginning() {
        another(BEGINNING);
        commits();
        heard.clear();
    }

    /** Everything that is said until now, as commits. */
    private List<Commit> commits() {
        String last = UUID.randomUUID().toString();
        another("notify \"updatable:done\", '" + last + "'");
        Said done = new Said("updatable:done", last);
        List<Said> all = new ArrayList<>();
        try {
            while (!all.contains(done)) all.addAll(session.heard(1_000));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        hearing.take(all.stream()
                .filter(said -> !said.channel().startsWith("updatable:"))
                .toList());
        return heard;
    }

    private List<RowEvent> events() {
        return commits().stream().flatMap(commit -> commit.events().stream()).toList();
    }

    private List<Touched> touched() {
        return commits().stream()
                .flatMap(commit -> commit.facts().stream())
                .flatMap(fact -> fact instanceof Touched touched ? Stream.of(touched) : Stream.of())
                .toList();
    }

    private void another(String... statements) {
        Postgres.execute(database, Stream.of(statements).map(this::withNames).toArray(String[]::new));
    }

    /** With the names that the provider has chosen: {story}, {shape.circle}, {vehicle.more}, {book.subjects}, {book.subjects.key}. */
    private String withNames(String sql) {
        return Pattern.compile("\\{(\\w+)(?:\\.(\\w+))?(\\.key)?}").matcher(sql).replaceAll(found -> {
            List<LiveTable> all = tables().stream()
                    .filter(table -> table.entity().namespace().equals(found.group(1)))
                    .toList();
            LiveTable meant = all.stream()
                    .filter(table -> isMeant(table, found.group(2)))
                    .findFirst()
                    .orElseThrow();
            return Matcher.quoteReplacement(
                    found.group(3) == null ? meant.name() : meant.key().get(0));
        });
    }

    private static boolean isMeant(LiveTable table, @Nullable String which) {
        if (which == null) return table.holds() == Holds.ROWS;
        if (which.equals("more")) return table.holds() == Holds.MORE_OF_ROWS;
        if (table.holds() == Holds.PARTS) return table.fields().containsValue(Set.of(which));
        return table.holds() == Holds.ROWS
                && table.name().toLowerCase(Locale.ROOT).contains(which);
    }

    private void inOneTransaction(String... statements) {
        another(String.join(";", statements));
    }

    private List<LiveTable> tables() {
        return model.units().stream()
                .flatMap(one -> source.tables(one, model.entitiesOf(one)).stream())
                .toList();
    }

    private void install(String script) throws SQLException {
        source.database(unit).lend(connection -> Script.run(script, connection));
    }

    private long count() throws SQLException {
        long[] count = {0};
        Database.Borrower counting = connection -> {
            try (Statement statement = connection.createStatement();
                    var answer = statement.executeQuery(EVERYTHING)) {
                answer.next();
                count[0] = answer.getLong(1);
            }
        };
        source.database(unit).lend(counting);
        return count[0];
    }

    /** Runs a statement on the connection of the transaction, past the provider. */
    abstract void unseen(EntityManager manager, String sql);

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
}
