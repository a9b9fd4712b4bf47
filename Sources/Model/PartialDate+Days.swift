extension PartialDate {
  /// Whether the calendar has the day: not for 30 February; 29 February without a year may be one.
  public var isOfCalendar: Bool { day <= daysInMonth }

  private var daysInMonth: Int8 {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year == 0 || isLeapYear ? 29 : 28
    default: 31
    }
  }

  private var isLeapYear: Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }
}
