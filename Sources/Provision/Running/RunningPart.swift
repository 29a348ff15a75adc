let runningPart = ProvisionPart()
