"""The bank holidays of England, 1990 to 2099, from the PyPI package `holidays`."""
import holidays

from table import write

if __name__ == "__main__":
    england = holidays.country_holidays("GB", subdiv="ENG", years=range(1990, 2100))
    # The package lists a holiday that falls on a weekend and its substitute; only the substitute is a bank holiday.
    write("bank_holidays.csv", ["day", "name"],
          [(day, name.replace(",", ";")) for day, name in sorted(england.items()) if day.isoweekday() < 6])
