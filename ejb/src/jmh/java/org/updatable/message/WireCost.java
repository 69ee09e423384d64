package org.updatable.message;

import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.updatable.bench.ComparedTo;

/** How messages are written: once for all who get them. */
@State(Scope.Benchmark)
public class WireCost {
    private static final String GROUP = "post-4711-title";

    /** Kept, as ours is: to look it up costs more than the message. */
    private final JsonBuilderFactory builders = JsonProvider.provider().createBuilderFactory(Map.of());

    private final String title = "Grüße an alle, die das lesen";
    private final String article = "Ein Satz mit 32 Buchstaben darin. ".repeat(30);
    private final Update shortUpdate = Update.value(GROUP, title);
    private final Update longUpdate = Update.value(GROUP, article);
    private final List<String> fifty = Collections.nCopies(50, Wire.write(shortUpdate));
    private final byte[] written = Wire.write(shortUpdate).getBytes(StandardCharsets.UTF_8);

    @Benchmark
    @ComparedTo(value = "updateBuilt", what = "an update written, 28 characters", with = "a JSON-P builder, kept")
    public String update() {
        return Wire.write(shortUpdate);
    }

    @Benchmark
    public String updateBuilt() {
        return built(title).toString();
    }

    @Benchmark
    @ComparedTo(value = "articleBuilt", what = "an update written, 1,020 characters", with = "a JSON-P builder, kept")
    public String article() {
        return Wire.write(longUpdate);
    }

    @Benchmark
    public String articleBuilt() {
        return built(article).toString();
    }

    @Benchmark
    @ComparedTo(value = "frameAppended", what = "50 written updates put into one frame", with = "a `StringBuilder`")
    public String frame() {
        return Wire.frame(fifty);
    }

    @Benchmark
    public String frameAppended() {
        StringBuilder text = new StringBuilder("{\"batch\":[");
        for (String message : fifty) text.append(message).append(',');
        text.setLength(text.length() - 1);
        return text.append("]}").toString();
    }

    @Benchmark
    @ComparedTo(value = "digestOfBytes", what = "the digest of an update", with = "SHA-256 of its bytes alone")
    public long digest() {
        return Digest.of(shortUpdate);
    }

    @Benchmark
    public byte[] digestOfBytes() throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(written);
    }

    private JsonObject built(String value) {
        return builders.createObjectBuilder()
                .add("type", "update_value")
                .add("path", GROUP)
                .add("value", value)
                .build();
    }
}
