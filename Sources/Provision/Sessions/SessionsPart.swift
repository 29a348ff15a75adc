let sessionsPart = ProvisionPart()
