let deliveryPart = ProvisionPart()
