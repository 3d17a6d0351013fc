package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import psyscall.model.eventlog.EventLog;
import psyscall.model.eventlog.IdField;
import psyscall.model.eventlog.LoggedEvent;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;

/// The reader of event logs has its own few lines of JSON; here Jackson reads the same lines.
class EventLogAgreesWithJacksonTest {
  private static final byte[] HEADER =
      "{\"psyscall\":\"events\",\"version\":1}\n".getBytes(StandardCharsets.UTF_8);
  private static final ObjectReader JACKSON =
      new ObjectMapper()
          .readerFor(JsonNode.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final String LETTERS = "\"\\/\n\t\u0001az\u00e9\u2028\ud83d\ude00";
  private static final String POOL = "{}[]\",:\\u00e9-+.eE0123456789truefalsnlgmpby \t\r\u00e9";
  private static final String LINE =
      "{\"event\": \"GoCreate\", \"g\":12, \"m\":null,\"t\":-0.5e3,"
          + "\"ok\":true,\"s\":\"\\u0041\\n\"}";

  private static Optional<LoggedEvent> ours(byte[] line) throws IOException {
    byte[] log = new byte[HEADER.length + line.length];
    System.arraycopy(HEADER, 0, log, 0, HEADER.length);
    System.arraycopy(line, 0, log, HEADER.length, line.length);
    LoggedEvent event = new LoggedEvent();
    try {
      EventLog reader = EventLog.open(new ByteArrayInputStream(log), new MemoryAllowance(1 << 20));
      return reader.next(event) ? Optional.of(event) : Optional.empty();
    } catch (TraceFault _) {
      return Optional.empty();
    }
  }

  private static void agree(byte[] line) throws IOException {
    Optional<LoggedEvent> ours = ours(line);
    if (ours.isEmpty()) {
      return;
    }
    String text = new String(line, StandardCharsets.UTF_8);
    JsonNode theirs;
    try {
      theirs = JACKSON.readValue(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("read here, not by Jackson: " + text, e);
    }
    assertThat(ours.get().name()).as(text).isEqualTo(theirs.path("event").textValue());
    for (IdField field : IdField.values()) {
      assertThat(ours.get().id(field))
          .as(text)
          .isEqualTo(theirs.path(field.key()).asLong(LoggedEvent.NONE));
    }
  }

  @Test
  void whatJacksonWritesIsReadAlike() throws IOException {
    Random random = new Random(1);
    ObjectMapper mapper = new ObjectMapper();
    for (int run = 0; run < 2_000; run++) {
      byte[] line =
          mapper.writeValueAsBytes(
              mapper
                  .createObjectNode()
                  .put("note", text(random))
                  .put("g", random.nextLong() & Long.MAX_VALUE)
                  .put("ratio", random.nextDouble())
                  .put("flag", random.nextBoolean())
                  .putNull(text(random))
                  .put("event", "GoCreate"));

      assertThat(ours(line)).as(new String(line, StandardCharsets.UTF_8)).isPresent();
      agree(line);
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder("x");
    for (int letter = random.nextInt(8); letter > 0; letter--) {
      text.appendCodePoint(LETTERS.codePointAt(random.nextInt(LETTERS.length() - 1)));
    }
    return text.toString();
  }

  @Test
  void damagedLinesAreNeverReadOtherwise() throws IOException {
    Random random = new Random(2);
    byte[] pool = POOL.getBytes(StandardCharsets.UTF_8);
    int read = 0;
    for (int run = 0; run < 50_000; run++) {
      byte[] line = LINE.getBytes(StandardCharsets.UTF_8);
      for (int change = random.nextInt(3); change >= 0; change--) {
        line[random.nextInt(line.length)] = pool[random.nextInt(pool.length)];
      }
      read += ours(line).isPresent() ? 1 : 0;
      agree(line);
    }
    assertThat(read).isBetween(1_000, 49_000);
  }
}
