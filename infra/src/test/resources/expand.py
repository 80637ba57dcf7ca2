"""Prints the template that AWS makes of a SAM template, as JSON. The translator comes with cfn-lint."""

import json
import os
import sys

from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse


class NoManagedPolicies:
    """Resolves no policy by its name, so that a function that still needs one makes the translation fail."""

    def load(self):
        return {}


os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")
with open(sys.argv[1], encoding="utf-8") as file:
    template = yaml_parse(file.read())
for resource in template["Resources"].values():
    if "CodeUri" in resource.get("Properties", {}):
        resource["Properties"]["CodeUri"] = "s3://packages/function.zip"
parameters = dict(argument.split("=", 1) for argument in sys.argv[2:])
print(json.dumps(transform(template, parameters, NoManagedPolicies())))
