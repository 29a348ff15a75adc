let mapPart = ProvisionPart()
