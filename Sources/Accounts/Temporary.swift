import Basics
import Database
import JWTKit
import CryptoExtras
