package org.updatable.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.updatable.change.Changed;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.model.LiveModel;
import org.updatable.model.LiveModels;
import org.updatable.model.Samples.Customer;
import org.updatable.model.Samples.Seat;
import org.updatable.model.Samples.SeatId;
import org.updatable.model.Story;
import org.updatable.model.Types.Basket;
import org.updatable.model.Types.Bill;
import org.updatable.model.Types.Figure;
import org.updatable.model.Types.Moment;
import org.updatable.model.Types.Money;
import org.updatable.model.Types.Position;
import org.updatable.model.Types.Secret;
import org.updatable.present.Present;
import org.updatable.present.Presents;

/**
 * For attributes of every type: what is told of a change is what the database then holds, or else that it has to be
 * read.
 */
abstract class TypesContract extends ObservedUnit {
    /** Has nanoseconds, which few columns hold. */
    private static final LocalDateTime FINE = LocalDateTime.of(2026, 11, 21, 13, 5, 7, 123_456_789);

    private static final LocalDateTime FULL = FINE.withNano(0);

    TypesContract(ChangeSourceContract provider) {
        super(provider);
    }

    @Test
    void timesAreToldWhereTheColumnHoldsThem() {
        inTransaction(manager -> manager.persist(new Moment()));
        Map<String, @Nullable Object> told = told("moment", Moment.class, moment -> times(moment, FULL));

        assertThat(told)
                .containsEntry("localDate", "2026-11-21")
                .containsEntry("localTime", "13:05:07")
                .containsEntry("localDateTime", "2026-11-21T13:05:07")
                .containsEntry("instant", "2026-11-21T13:05:07Z")
                .containsEntry("year", "2026")
                .containsEntry("yearMonth", "2026-11")
                .containsEntry("monthDay", "--11-21")
                .containsEntry("month", "NOVEMBER")
                .containsEntry("dayOfWeek", "SATURDAY")
                .containsEntry("duration", "PT36H")
                .containsEntry("period", "P1M2D")
                .containsEntry("day", "2026-11-21")
                .containsEntry("hour", "13:05:07")
                .containsEntry("date", "2026-11-21T13:05:07")
                .containsEntry("calendar", "2026-11-21T13:05:07")
                .doesNotContainKeys("offsetTime", "offsetDateTime", "zonedDateTime");
        assertThat(read()).contains("offsetTime", "offsetDateTime", "zonedDateTime");
    }

    @Test
    void aFractionOfASecondIsReadAsTheColumnHoldsIt() {
        inTransaction(manager -> manager.persist(new Moment()));
        Map<String, @Nullable Object> told = told("moment", Moment.class, moment -> times(moment, FINE));

        assertThat(told).doesNotContainKeys("localTime", "localDateTime", "instant", "date", "calendar");
        assertThat(read()).contains("localTime", "localDateTime", "instant", "date", "calendar");
    }

    @Test
    void numbersAndTextsAreTold() {
        inTransaction(manager -> manager.persist(new Figure()));
        Map<String, @Nullable Object> told = told("figure", Figure.class, figure -> {
            figure.tiny = 1;
            figure.small = 2;
            figure.whole = 3;
            figure.large = 1L << 60;
            figure.rough = 0.1f;
            figure.fine = 1e-7;
            figure.huge = new BigInteger("12345678901234567890");
            figure.flag = true;
            figure.letter = 'x';
            figure.text = "ß <b>";
            figure.converted = "forwards";
            figure.secret = new Secret();
            figure.ordinal = Story.Status.PRINTED;
            figure.net = new BigDecimal("1.23456");
        });

        assertThat(told)
                .containsEntry("large", "1152921504606846976")
                .containsEntry("rough", "0.1")
                .containsEntry("fine", "0.00000010")
                .containsEntry("huge", "12345678901234567890")
                .containsEntry("letter", "x")
                .containsEntry("ordinal", "PRINTED")
                .containsEntry("converted", "forwards")
                .doesNotContainKey("secret")
                .containsEntry("net", "1.2346")
                .as("is derived from a decimal, which the database rounds")
                .doesNotContainKey("label");
        assertThat(read()).contains("label");
    }

    @Test
    void whatIsDerivedIsToldWhenAllThatItMayDeriveFromIsAsTheColumnsHoldIt() {
        inTransaction(manager -> manager.persist(new Bill()));

        assertThat(told("bill", Bill.class, bill -> bill.net = new BigDecimal("1.5000")))
                .containsEntry("label", "costs 1.5000");
        assertThat(read()).doesNotContain("label");
    }

    @Test
    void anEmptyTextIsReadSinceSomeDatabasesMakeNullOfIt() {
        inTransaction(manager -> manager.persist(new Figure()));

        assertThat(told("figure", Figure.class, figure -> figure.text = "")).doesNotContainKey("text");
        assertThat(read()).contains("text");
    }

    @Test
    void partsAndReferencesAreToldAndCollectionsAreRead() {
        Customer customer = new Customer();
        customer.id = "c-1";
        Seat seat = new Seat();
        seat.id = new SeatId();
        seat.id.line = "A-1";
        seat.id.number = 7;
        for (Object row : List.of(customer, seat, new Basket())) inTransaction(manager -> manager.persist(row));
        Map<String, @Nullable Object> shown = shown("basket", Basket.class, basket -> {
            basket.total = Money.of("1.5", "EUR");
            basket.total.payer = customer;
            basket.paid = new Money(); // Hibernate has made null of one without values
            basket.paid.amount = new BigDecimal("1.5");
            basket.seat = seat;
            basket.buyers.add(customer);
            basket.payments.addAll(List.of(Money.of("2.25", "EUR"), Money.of("1", "SEK")));
            basket.rates.add(new BigDecimal("0.5"));
            basket.statuses.addAll(Set.of(Story.Status.values()));
            basket.names.putAll(Map.of("en", "basket", "de", "Korb"));
        });

        assertThat(shown)
                .containsEntry("total.amount", "1.500")
                .containsEntry("total.currency", "EUR")
                .containsEntry("total.payer", "c-1")
                .containsEntry("paid.amount", "1.50")
                .containsEntry("seat", "A-1,7")
                .containsEntry("buyers", "c-1")
                .containsEntry("payments", "2.3 EUR, 1.0 SEK")
                .containsEntry("rates", "0.50")
                .containsEntry("statuses", "DRAFT, PRINTED")
                .containsEntry("names", "de: Korb, en: basket")
                .as("is changed by another row")
                .doesNotContainKey("positions");
        assertThat(read())
                .contains("buyers", "payments", "rates", "statuses", "names")
                .doesNotContain("total.amount");
    }

    @Test
    void aRowThatIsIdentifiedByAnotherIsTold() {
        inTransaction(manager -> {
            Position position = new Position();
            position.basket = new Basket();
            position.number = 2;
            manager.persist(position.basket);
            manager.persist(position);
        });

        assertThat(recording.commits.get(0)).contains(new Changed(new Row("position", "1,2"), "article", null));
        assertThat(read(LiveModels.of(unit), new Row("position", "1,2"))).containsOnlyKeys("article");
    }

    /** Also where it has not been loaded: we never do, inside the transaction. */
    @Test
    void aCollectionIsReadAfterTheCommit() {
        inTransaction(manager -> manager.persist(new Basket()));
        unit.getCache().evictAll();
        assertThat(shown("basket", Basket.class, basket -> basket.rates.add(BigDecimal.ONE)))
                .containsEntry("rates", "1.00");
        assertThat(read()).containsExactly("rates");
    }

    private static void times(Moment moment, LocalDateTime time) {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        moment.localDate = time.toLocalDate();
        moment.localTime = time.toLocalTime();
        moment.localDateTime = time;
        moment.offsetTime = OffsetTime.of(time.toLocalTime(), ZoneOffset.ofHours(2));
        moment.offsetDateTime = OffsetDateTime.of(time, ZoneOffset.ofHours(2));
        moment.instant = time.toInstant(ZoneOffset.UTC);
        moment.zonedDateTime = time.atZone(berlin);
        moment.year = Year.from(time);
        moment.yearMonth = YearMonth.from(time);
        moment.monthDay = MonthDay.from(time);
        moment.month = Month.from(time);
        moment.dayOfWeek = DayOfWeek.from(time);
        moment.duration = Duration.ofHours(36);
        moment.period = Period.of(0, 1, 2);
        moment.zone = berlin;
        Instant here = time.atZone(ZoneId.systemDefault()).toInstant();
        moment.day = Date.from(here);
        moment.hour = Date.from(here);
        moment.date = Date.from(here);
        moment.calendar = Calendar.getInstance();
        moment.calendar.setTime(Date.from(here));
    }

    /** Changes the row with id 1, and answers what was told of it: all of that is what the database then holds. */
    private <E> Map<String, @Nullable Object> told(String namespace, Class<E> type, Consumer<E> change) {
        recording.commits.clear();
        inTransaction(manager -> change.accept(manager.find(type, 1L)));
        Row row = new Row(namespace, "1");
        Map<String, @Nullable Object> told = values(onlyCommit());
        Map<String, @Nullable Object> present = read(LiveModels.of(unit), row);
        assertThat(present).containsAllEntriesOf(told);
        return told;
    }

    /** Changes the row with id 1, and answers what is told of it and what is then read. */
    private <E> Map<String, @Nullable Object> shown(String namespace, Class<E> type, Consumer<E> change) {
        Map<String, @Nullable Object> shown = told(namespace, type, change);
        Map<String, @Nullable Object> present = read(LiveModels.of(unit), new Row(namespace, "1"));
        read().forEach(property -> shown.put(property, present.get(property)));
        return shown;
    }

    private static Map<String, @Nullable Object> read(LiveModel model, Row row) {
        Present present = Presents.of(model);
        return values(present.read(Map.of(
                        Touched.row(row),
                        model.named(row.namespace()).orElseThrow().properties().keySet()))
                .getOrDefault(row, List.of()));
    }

    private static Map<String, @Nullable Object> values(List<? extends Fact> facts) {
        Map<String, @Nullable Object> values = new TreeMap<>();
        for (Fact fact : facts) if (fact instanceof Changed changed) values.put(changed.property(), changed.value());
        return values;
    }
}
