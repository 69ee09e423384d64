package org.updatable.capture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModels;
import org.updatable.model.Provider;

class TablesTest {
    private final EntityManagerFactory unit = Provider.HIBERNATE.unit("stories");
    private final Tables tables = new Tables();

    TablesTest() {
        for (LiveEntity entity : LiveModels.of(unit).entities()) {
            if (entity.namespace().equals("story")) tables.add("shop.\"Large Stories\"", entity);
            if (entity.namespace().equals("book")) tables.add("BOOK", entity);
            if (entity.namespace().equals("parcel")) tables.add("\"Somebody's \"\"Box\"\" -- or /* bag\"", entity);
        }
    }

    @AfterEach
    void close() {
        unit.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "book | update book set title = 'B'",
                "book | Update Shop.Book set title = 'B'",
                "book | UPDATE `shop`.`book` SET title = 'B'",
                "book | update [dbo].[Book] set title = 'B'",
                "story | update shop.\"Large Stories\" set title = 'it''s from book' -- book",
                "story | delete from \"Large Stories\" /* not book */ where id = 1",
                "book,story | insert into book select * from shop.\"Large Stories\"",
                "book | with old as (select 1) delete from book",
                "parcel | delete from \"Somebody's \"\"Box\"\" -- or /* bag\" where text = 'it''s from book'",
                "book,parcel,story | call tidy_up()",
                "book,parcel,story | {? = call tidy_up(?)}",
                "book,parcel,story | EXEC tidy_up",
                "book,parcel,story | begin tidy_up; end;"
            })
    void aStatementChangesWhatItNames(String namespaces, String statement) {
        assertThat(changedBy(statement)).isEqualTo(namespaces);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "select * from book for update",
                "with old as (select * from book) select * from old",
                "update books set title = 'B'",
                "insert into audit values ('book')",
                "update audit set book_id = 1",
                "update stories set large = 1"
            })
    void whatItDoesNotNameItDoesNotChange(String statement) {
        assertThat(changedBy(statement)).isEmpty();
    }

    @Test
    void aTextMayBeLong() {
        assertThat(changedBy("insert into book values ('" + "it''s ".repeat(100_000) + "')"))
                .isEqualTo("book");
    }

    @Test
    void whatRefersByNamesInQuotesIsDeletedWithThem() {
        String box = "\"Somebody's \"\"Box\"\" -- or /* bag\"";
        tables.learnForeignKeys(borrower -> {
            try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                    Statement statement = connection.createStatement()) {
                statement.execute("create schema \"shop\"");
                statement.execute("create table \"shop\".\"Large Stories\" (id int primary key)");
                statement.execute("create table " + box
                        + " (id int, foreign key (id) references \"shop\".\"Large Stories\" on delete cascade)");
                borrower.borrow(connection);
            }
        });

        assertThat(changedBy("delete from shop.\"Large Stories\"")).isEqualTo("parcel,story");
    }

    @Test
    void aDatabaseThatDoesNotAnswerChangesNothingByItself() {
        tables.learnForeignKeys(borrower -> {
            throw new SQLException("away");
        });

        assertThat(changedBy("delete from book")).isEqualTo("book");
    }

    private String changedBy(String statement) {
        return tables.changedBy(statement).stream()
                .map(LiveEntity::namespace)
                .sorted()
                .collect(Collectors.joining(","));
    }
}
