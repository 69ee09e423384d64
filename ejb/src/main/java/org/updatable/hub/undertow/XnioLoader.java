package org.updatable.hub.undertow;

import io.undertow.websockets.core.WebSocketChannel;
import java.io.IOException;
import java.io.InputStream;

/**
 * Loads our classes that know XNIO. WildFly shows Undertow to applications but not XNIO below it: to ask it for that by name, in a
 * manifest, makes it warn at each deployment.
 */
final class XnioLoader extends ClassLoader {
    private static final String OURS = "org.updatable.hub.undertow.xnio.";
    private static final String XNIO = "org.xnio.";

    private final ClassLoader undertow = WebSocketChannel.class.getClassLoader();

    private XnioLoader() {
        super(XnioLoader.class.getClassLoader());
    }

    /**
     * What makes sinks.
     *
     * @throws ReflectiveOperationException when this is not the Undertow, or not the XNIO, that is known
     * @throws LinkageError then, too
     */
    static DirectSink.Factory sinks() throws ReflectiveOperationException {
        return (DirectSink.Factory) new XnioLoader()
                .loadClass(OURS + "XnioSinkFactory")
                .getDeclaredConstructor()
                .newInstance();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(XNIO)) return undertow.loadClass(name);
        if (!name.startsWith(OURS)) return super.loadClass(name, resolve);
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? findClass(name) : known;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try (InputStream code = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (code == null) throw new ClassNotFoundException(name);
            byte[] bytes = code.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }
}
