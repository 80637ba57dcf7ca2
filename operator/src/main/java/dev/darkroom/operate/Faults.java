package dev.darkroom.operate;

import dev.darkroom.operate.place.RefusedException;
import java.net.ConnectException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Says in one sentence why a command ends early. */
final class Faults {
  private Faults() {}

  /** Ends a command that was written wrongly. */
  static int refuse(ParameterException fault, String[] arguments) {
    CommandLine command = fault.getCommandLine();
    command.getErr().println("darkroom: " + fault.getMessage());
    command.getErr().println("'./darkroom " + command.getCommandName() + " --help' says more.");
    return ExitCode.USAGE;
  }

  /** Ends a command that failed. */
  static int end(Exception fault, CommandLine command, ParseResult parsed) {
    command.getErr().println("darkroom: " + sentence(fault));
    return ExitCode.SOFTWARE;
  }

  static String sentence(Exception fault) {
    return switch (fault) {
      case RefusedException refused -> String.valueOf(refused.getMessage());
      case AwsServiceException service -> service(service);
      case SdkClientException client -> client(client);
      default -> "It failed unexpectedly: " + fault;
    };
  }

  private static String service(AwsServiceException fault) {
    return fault.awsErrorDetails() == null
        ? "A service answered with status " + fault.statusCode() + "."
        : "%s refused: %s (%s)."
            .formatted(
                fault.awsErrorDetails().serviceName(),
                fault.awsErrorDetails().errorMessage(),
                fault.awsErrorDetails().errorCode());
  }

  private static String client(SdkClientException fault) {
    String message = String.valueOf(fault.getMessage());
    if (message.contains("Unable to load region")) {
      return "There is no region: set AWS_REGION, or AWS_PROFILE to a profile that has one.";
    }
    if (message.contains("Unable to load credentials")) {
      return "There are no credentials: sign in, or set AWS_PROFILE to a profile that has some.";
    }
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException) {
        return "Nobody answers where the services should be.";
      }
    }
    return "A service could not be called: " + message;
  }
}
