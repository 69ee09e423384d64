package org.updatable.hub;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import java.util.Optional;
import java.util.function.Supplier;
import org.updatable.channel.Numbers;

/** Remembers when a request began: whatever its page reads is at least as new. */
final class Renderings implements ServletRequestListener {
    private final Supplier<Optional<Numbers>> numbers;

    /** @param numbers of the application, once it has started */
    Renderings(Supplier<Optional<Numbers>> numbers) {
        this.numbers = numbers;
    }

    @Override
    public void requestInitialized(ServletRequestEvent begin) {
        numbers.get().ifPresent(found -> begin.getServletRequest().setAttribute(Numbers.SEEN, found.digest()));
    }
}
