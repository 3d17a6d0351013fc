package psyscall.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class EnvironmentFailureTest {
  @Test
  void reasonIsInLowerCaseAndWithoutThePath() {
    assertThat(EnvironmentFailure.reason(new NoSuchFileException("a/b")))
        .isEqualTo("no such file or folder");
    assertThat(EnvironmentFailure.reason(new AccessDeniedException("a/b")))
        .isEqualTo("permission denied");
    assertThat(EnvironmentFailure.reason(new FileSystemException("a/b", null, "Not a directory")))
        .isEqualTo("not a directory");
    assertThat(EnvironmentFailure.reason(new FileSystemException("a/b")))
        .isEqualTo("fileSystemException");
    assertThat(EnvironmentFailure.reason(new IOException("No space left on device")))
        .isEqualTo("no space left on device");
  }
}
