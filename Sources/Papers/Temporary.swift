import Basics
import Database
