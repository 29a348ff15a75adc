let costsPart = ProvisionPart()
