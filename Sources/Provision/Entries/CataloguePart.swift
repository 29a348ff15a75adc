let cataloguePart = ProvisionPart()
