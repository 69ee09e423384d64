package org.updatable.capture.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Hibernate;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Version;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.updatable.capture.ChangeSource;
import org.updatable.capture.ChangeSourceContract;
import org.updatable.capture.ObservedUnit;
import org.updatable.change.Changed;
import org.updatable.change.Fact;
import org.updatable.change.Touched;
import org.updatable.model.Provider;
import org.updatable.model.Samples.Customer;
import org.updatable.model.Samples.Parcel;
import org.updatable.model.Samples.Ticket;
import org.updatable.model.Story;

class HibernateChangeSourceTest extends ChangeSourceContract {

    @Override
    protected ChangeSource source() {
        return new HibernateChangeSource();
    }

    @Override
    protected Provider provider() {
        return Provider.HIBERNATE;
    }

    /** What no other provider has. */
    @Nested
    class Traits extends ObservedUnit {
        Traits() {
            super(HibernateChangeSourceTest.this);
        }

        @Test
        void theVersionIsTheOneThatIsToBeTried() {
            assertThat(Version.getVersionString()).isEqualTo(System.getProperty("hibernate.version"));
        }

        @Test
        void aProxyIsToldByItsIdAndStaysUninitialised() {
            UUID id = parcel();
            Customer customer = new Customer();
            customer.id = "c-1";
            inTransaction(manager -> manager.persist(customer));
            recording.commits.clear();
            inTransaction(manager -> {
                Customer proxy = manager.getReference(Customer.class, "c-1");
                manager.find(Parcel.class, id).customer = proxy;
                manager.flush();
                assertThat(Hibernate.isInitialized(proxy)).isFalse();
            });

            assertThat(onlyCommit()).containsExactly(new Changed(parcelRow(id), "customer", "c-1"));
        }

        /** It does not say what transaction it has, and so when that commits. */
        @Test
        void whatAStatelessSessionWritesIsReadNowAndLater() {
            readNowAndLater("story", session -> session.insert(new Story(2L, "New")));
            readNowAndLater("story", session -> session.update(new Story(1L, "B")));
            readNowAndLater("story", session -> session.delete(session.get(Story.class, 1L)));
            readNowAndLater("ticket", session -> session.upsert(new Ticket()));
        }

        private void readNowAndLater(String namespace, Consumer<StatelessSession> work) {
            recording.commits.clear();
            recording.later.clear();
            unit.unwrap(SessionFactory.class).inStatelessTransaction(work);
            recording.later.forEach(Runnable::run);

            List<Fact> touched = List.of(Touched.all(namespace));
            assertThat(recording.commits).containsExactly(touched, touched);
        }
    }
}
