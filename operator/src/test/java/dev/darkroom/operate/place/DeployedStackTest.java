package dev.darkroom.operate.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

final class DeployedStackTest {
  /** Two pages of one stack. */
  private static final class Pages implements CloudFormationClient {
    @Override
    public ListStackResourcesResponse listStackResources(ListStackResourcesRequest request) {
      if (!request.stackName().equals("photos")) {
        throw refused("ValidationError");
      }
      return request.nextToken() == null
          ? ListStackResourcesResponse.builder()
              .stackResourceSummaries(resource("MediaBucket", "photos-media-1"))
              .nextToken("more")
              .build()
          : ListStackResourcesResponse.builder()
              .stackResourceSummaries(
                  resource("Unhandled", "https://sqs/photos-Unhandled"),
                  StackResourceSummary.builder().logicalResourceId("NotYet").build())
              .build();
    }

    private static StackResourceSummary resource(String name, String id) {
      return StackResourceSummary.builder().logicalResourceId(name).physicalResourceId(id).build();
    }

    @Override
    public String serviceName() {
      return "cloudformation";
    }

    @Override
    public void close() {}
  }

  private static RuntimeException refused(String code) {
    return CloudFormationException.builder()
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }

  @Test
  void resourcesAreFoundByTheirNamesInTheTemplate() {
    assertThat(DeployedStack.resources(new Pages(), "photos"))
        .isEqualTo(
            Map.of("MediaBucket", "photos-media-1", "Unhandled", "https://sqs/photos-Unhandled"));
  }

  @Test
  void aStackThatDoesNotExistIsNamed() {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> DeployedStack.resources(new Pages(), "fotos"))
        .withMessage("There is no stack fotos in this account and region.");
  }
}
