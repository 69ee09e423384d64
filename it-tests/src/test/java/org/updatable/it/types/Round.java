package org.updatable.it.types;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.updatable.model.Samples.Address;
import org.updatable.model.Samples.Book;
import org.updatable.model.Samples.Booking;
import org.updatable.model.Samples.Car;
import org.updatable.model.Samples.Circle;
import org.updatable.model.Samples.Customer;
import org.updatable.model.Samples.Delivery;
import org.updatable.model.Samples.Dog;
import org.updatable.model.Samples.Letter;
import org.updatable.model.Samples.Parcel;
import org.updatable.model.Samples.Seat;
import org.updatable.model.Samples.SeatId;
import org.updatable.model.Samples.Shelf;
import org.updatable.model.Samples.Ticket;
import org.updatable.model.Story;
import org.updatable.model.Types.Basket;
import org.updatable.model.Types.Figure;
import org.updatable.model.Types.Moment;
import org.updatable.model.Types.Money;
import org.updatable.model.Types.Position;
import org.updatable.model.Types.PositionId;

/**
 * Gives every live property a value that it did not have in the round before. In every third round that is none, where
 * there may be none: null, an empty text, no elements.
 */
final class Round {
    static final String CUSTOMER = "c-1";
    static final String OTHER_CUSTOMER = "c-2";
    static final SeatId SEAT = seatId("A-1,B~%");
    static final SeatId OTHER_SEAT = seatId("C");

    private static final int OTHER_POSITIONS = 100;
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 21, 12, 0, 7);

    private final int number;
    private final Rows rows;
    private final EntityManager manager;

    Round(int number, Rows rows, EntityManager manager) {
        this.number = number;
        this.rows = rows;
        this.manager = manager;
    }

    /**
     * Each can be done in a transaction of its own, or all in one, in this order: once a parcel is loaded, Hibernate finds a
     * proxy of its customer, whose public fields are not the row's.
     */
    List<Runnable> changes() {
        return Stream.of(
                        in(Customer.class, it -> it.name = text("Ada")),
                        in(Seat.class, it -> it.guest = text("Guest")),
                        parcel(),
                        in(Booking.class, it -> it.coach = text("Coach")),
                        in(Dog.class, it -> it.name = text("Rex"), it -> it.trick = text("Sits")),
                        in(Car.class, it -> it.name = text("Bus"), it -> it.trick = text("Hoots")),
                        in(Circle.class, it -> it.name = text("O"), it -> it.trick = text("Rolls")),
                        in(Letter.class, it -> it.signature = text("Yours"), it -> it.text = emptyOr("Dear all")),
                        book(),
                        shelf(),
                        in(Ticket.class, it -> it.seats = number, it -> it.price = 20 + number),
                        days(),
                        times(),
                        numbers(),
                        texts(),
                        total(),
                        basket(),
                        in(Position.class, it -> it.article = text("Tea")),
                        story())
                .flatMap(changes -> changes)
                .toList();
    }

    private Stream<Runnable> parcel() {
        return in(
                Parcel.class,
                it -> delivery(it).status = text("Sent"),
                it -> address(it).city = text("Kiel"),
                it -> it.customer = customer(),
                it -> it.price = decimal(".5"),
                it -> it.weight = decimal(".250"),
                it -> it.sent = orNone(time()),
                it -> it.letter = text("Dear <b>all</b>"));
    }

    private Stream<Runnable> book() {
        return in(
                Book.class,
                it -> it.title = text("Title"),
                it -> it.colour = text("Green"),
                it -> it.subjects = new HashSet<>(elements("Ships", text("Ferries"))),
                it -> replace(it.chapters, text("Chapter"), "Last chapter", "Chapter " + (number + 1)));
    }

    /** Another one in its place: of a label that is added to one, EclipseLink forgets which one that is. */
    private Stream<Runnable> shelf() {
        return Stream.of(() -> {
            manager.remove(rows.find(Shelf.class));
            manager.flush();
            Shelf shelf = new Shelf();
            shelf.code = "Shelf " + number;
            replace(shelf.labels, "New", text("Label"));
            manager.persist(shelf);
        });
    }

    private Stream<Runnable> days() {
        return in(
                Moment.class,
                it -> it.localDate = orNone(time().toLocalDate()),
                it -> it.year = orNone(Year.from(time())),
                it -> it.yearMonth = orNone(YearMonth.from(time())),
                it -> it.monthDay = orNone(MonthDay.from(time())),
                it -> it.month = orNone(Month.JANUARY.plus(number)),
                it -> it.dayOfWeek = orNone(DayOfWeek.MONDAY.plus(number)),
                it -> it.period = orNone(Period.ofDays(number)),
                it -> it.zone = orNone(zone()),
                it -> it.day = orNone(date()));
    }

    private Stream<Runnable> times() {
        return in(
                Moment.class,
                it -> it.localTime = orNone(time().toLocalTime()),
                it -> it.localDateTime = orNone(time()),
                it -> it.offsetTime = orNone(OffsetTime.of(time().toLocalTime(), offset())),
                it -> it.offsetDateTime = orNone(time().atOffset(offset())),
                it -> it.instant = orNone(time().toInstant(offset())),
                it -> it.zonedDateTime = orNone(time().atZone(zone())),
                it -> it.duration = orNone(Duration.ofMinutes(number)),
                it -> it.hour = orNone(date()),
                it -> it.date = orNone(date()),
                it -> it.calendar = orNone(GregorianCalendar.from(time().atZone(ZoneId.systemDefault()))));
    }

    private Stream<Runnable> numbers() {
        return in(
                Figure.class,
                it -> it.tiny = (byte) number,
                it -> it.small = (short) number,
                it -> it.whole = orNone(number),
                it -> it.large = (1L << 60) + number,
                it -> it.rough = number + 0.1f,
                it -> it.fine = orNone(number / 1e7),
                it -> it.huge = orNone(new BigInteger("12345678901234567890").add(BigInteger.valueOf(number))),
                it -> it.flag = oneOf(false, true),
                it -> it.net = decimal(".23456"));
    }

    private Stream<Runnable> texts() {
        return in(
                Figure.class,
                it -> it.letter = orNone((char) ('a' + number % 26)),
                it -> it.text = emptyOr("ß <b>"),
                it -> it.converted = text("Forwards"),
                it -> it.ordinal = orNone(status()));
    }

    private Stream<Runnable> total() {
        return in(
                Basket.class,
                it -> total(it).amount = decimal(".5"),
                it -> total(it).currency = text("EUR"),
                it -> total(it).payer = customer());
    }

    private Stream<Runnable> basket() {
        return in(
                Basket.class,
                it -> it.paid = orNone(money(number)),
                it -> it.seat = orNone(manager.find(Seat.class, oneOf(SEAT, OTHER_SEAT))),
                it -> replace(it.buyers, customer()),
                it -> replace(it.payments, money(number), money(number + 1)),
                it -> replace(it.rates, decimal(".5"), decimal("")),
                it -> replace(it.statuses, status()),
                this::anotherPosition,
                this::rename);
    }

    /** Beside the first one, in place of that of the round before: rows of their own, to which the basket does not refer. */
    private void anotherPosition(Basket basket) {
        PositionId before = new PositionId();
        before.basket = basket.id;
        before.number = OTHER_POSITIONS + number - 1;
        Position gone = manager.find(Position.class, before);
        if (gone != null) manager.remove(gone);
        Position position = new Position();
        position.basket = basket;
        position.number = OTHER_POSITIONS + number;
        manager.persist(position);
    }

    private void rename(Basket basket) {
        basket.names.clear();
        if (!isNone()) basket.names.putAll(Map.of("de", "Korb " + number, "en " + number, "basket"));
    }

    private Stream<Runnable> story() {
        return in(
                Story.class,
                it -> it.price = decimal(".5"),
                it -> it.printed = orNone(time().toLocalDate()),
                it -> it.readers = number,
                it -> it.status = orNone(status()),
                it -> it.title = text("Title"));
    }

    @SafeVarargs
    private <E> Stream<Runnable> in(Class<E> type, Consumer<E>... changes) {
        Stream.Builder<Runnable> all = Stream.builder();
        for (Consumer<E> change : changes) all.add(() -> change.accept(rows.find(type)));
        return all.build();
    }

    private boolean isNone() {
        return number % 3 == 0;
    }

    private <T> T orNone(T value) {
        return isNone() ? null : value;
    }

    private <T> T oneOf(T even, T odd) {
        return number % 2 == 0 ? even : odd;
    }

    private String text(String beginning) {
        return orNone(beginning + " " + number);
    }

    private String emptyOr(String beginning) {
        return isNone() ? "" : text(beginning);
    }

    private BigDecimal decimal(String fraction) {
        return orNone(new BigDecimal(number + fraction));
    }

    /** Every second one has nanoseconds, which few columns hold. */
    private LocalDateTime time() {
        return NOON.plusYears(number).plusDays(number).plusMinutes(number).withNano(oneOf(0, 123_456_789));
    }

    @SuppressWarnings("JavaUtilDate") // applications have them
    private Date date() {
        return Date.from(time().atZone(ZoneId.systemDefault()).toInstant());
    }

    private ZoneId zone() {
        return oneOf(ZoneId.of("Europe/Berlin"), ZoneId.of("Asia/Tokyo"));
    }

    private ZoneOffset offset() {
        return oneOf(ZoneOffset.UTC, ZoneOffset.ofHours(2));
    }

    private Story.Status status() {
        return oneOf(Story.Status.DRAFT, Story.Status.PRINTED);
    }

    private Customer customer() {
        return orNone(manager.find(Customer.class, oneOf(CUSTOMER, OTHER_CUSTOMER)));
    }

    private Money money(int amount) {
        Money money = Money.of(amount + ".25", "EUR " + amount);
        money.payer = customer();
        return money;
    }

    @SafeVarargs
    private <T> void replace(Collection<T> collection, T... elements) {
        collection.clear();
        if (!isNone()) for (T element : elements) collection.add(element);
    }

    private Set<String> elements(String... elements) {
        return isNone() ? Set.of() : Set.of(elements);
    }

    /** Hibernate makes null of one without values. */
    private static Money total(Basket basket) {
        if (basket.total == null) basket.total = new Money();
        return basket.total;
    }

    private static Delivery delivery(Parcel parcel) {
        if (parcel.delivery == null) parcel.delivery = new Delivery();
        return parcel.delivery;
    }

    private static Address address(Parcel parcel) {
        Delivery delivery = delivery(parcel);
        if (delivery.address == null) delivery.address = new Address();
        return delivery.address;
    }

    private static SeatId seatId(String line) {
        SeatId id = new SeatId();
        id.line = line;
        id.number = 7;
        return id;
    }
}
