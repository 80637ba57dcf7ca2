package dev.darkroom.operate.place;

import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/**
 * Invokes functions in Lambda.
 *
 * @param resources physical ids by the names in the template
 */
record LambdaFunctions(LambdaClient lambda, Map<String, String> resources) implements Functions {
  @Override
  public String invoke(String name, String event) {
    String function = resources.get(name);
    if (function == null) {
      throw new RefusedException("The stack has no function " + name + ".");
    }
    try {
      InvokeResponse answer =
          lambda.invoke(r -> r.functionName(function).payload(SdkBytes.fromUtf8String(event)));
      if (answer.functionError() != null) {
        throw new RefusedException(name + " failed: " + answer.payload().asUtf8String());
      }
      return answer.payload().asUtf8String();
    } catch (TooManyRequestsException e) {
      throw new RefusedException(name + " is running already; try again later.");
    }
  }
}
