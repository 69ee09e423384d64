package org.updatable.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.updatable.it.Server;

/** Nobody has more connections than are allowed: 3 for each user, 25 from each address. */
public abstract class Limits {
    private static final int MOST_OF_USER = 3;
    private static final int MOST_OF_ADDRESS = 25;
    private static final int TOO_MANY = 4429;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Client> clients = new ArrayList<>();

    @AfterEach
    void hangUp() {
        clients.forEach(Client::close);
    }

    /** As many as the limit allows, all at once: whoever were taken for another would be one too many. */
    @Test
    void eachConnectionIsThatOfItsOwnUser() {
        List<Person> people = Stream.of("alice", "bob", "carol", "dave", "erin", "frank")
                .map(Person::called)
                .toList();
        List<Supplier<Client>> connects = new ArrayList<>();
        for (int time = 0; time < MOST_OF_USER; time++)
            people.forEach(person -> connects.add(() -> person.connects(from("192.0.2.1"))));
        clients.addAll(atOnce(connects));
        assertThat(clients).allSatisfy(Client::wasHeard);

        for (Person person : people) {
            assertThat(opened(person.connects(from("192.0.2.2"))).closeCode()).isEqualTo(TOO_MANY);
            isTold("The user " + person.name() + " has 3 connections");
        }
    }

    @Test
    void whoHangsUpMayCallAgain() {
        Person grace = Person.called("grace");
        for (int time = 0; time < MOST_OF_USER; time++)
            opened(grace.connects(from("192.0.2.3"))).wasHeard();
        assertThat(opened(grace.connects(from("192.0.2.3"))).closeCode()).isEqualTo(TOO_MANY);
        assertThat(opened(grace.connects(from("192.0.2.3"))).closeCode()).isEqualTo(TOO_MANY);
        isTold("The user grace has 3 connections");

        clients.forEach(Client::close);

        await().atMost(PATIENCE).until(() -> stays(grace, "192.0.2.3"));
    }

    @Test
    void anAddressHasItsOwnLimit() {
        List<Supplier<Client>> connects = new ArrayList<>();
        for (int time = 0; time < 2 * MOST_OF_ADDRESS; time++)
            connects.add(() -> Client.with(from("198.51.100.7, 192.0.2.4")));
        clients.addAll(atOnce(connects));

        await().atMost(PATIENCE)
                .until(() -> clients.stream().filter(Client::isClosed).count() == MOST_OF_ADDRESS);
        assertThat(clients).filteredOn(client -> !client.isClosed()).allSatisfy(Client::wasHeard);
        isTold("The address 192.0.2.4 has 25 connections");
        opened(Client.with(from("192.0.2.5"))).wasHeard();
    }

    private boolean stays(Person person, String address) {
        Client client = opened(person.connects(from(address)));
        try {
            client.says("heard?");
        } catch (CompletionException hungUp) {
            return false;
        }
        await().atMost(PATIENCE)
                .until(() -> client.isClosed() || !client.frames().isEmpty());
        return !client.isClosed();
    }

    private Client opened(Client client) {
        clients.add(client);
        return client;
    }

    private static Map<String, String> from(String address) {
        return Map.of("X-Forwarded-For", address);
    }

    /** Exactly once, however many were refused. Servers write their log by and by. */
    private static void isTold(String sentence) {
        Pattern literally = Pattern.compile(Pattern.quote(sentence));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(literally.matcher(Server.log()).results()).hasSize(1));
    }

    private static <T> List<T> atOnce(List<Supplier<T>> all) {
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            List<CompletableFuture<T>> begun = all.stream()
                    .map(one -> CompletableFuture.supplyAsync(one, threads))
                    .toList();
            return begun.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }
}
