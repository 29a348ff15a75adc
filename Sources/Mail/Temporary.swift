import Basics
import Database
import CCurl
