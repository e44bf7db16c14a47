namespace IllAddins.Tests.WebPlatform;

public sealed class UserRequestsTests(ApiLibrary library) : IClassFixture<ApiLibrary>
{
    // What discovery layers send, in the record's terms of this test; OData of version 4, and what ILLiad's version 3 knew.
    [Theory]
    [InlineData("TransactionStatus ne 'Cancelled by ILL Staff'", "101 102 104 105")]
    [InlineData("ProcessType eq 'Borrowing' and TransactionStatus ne 'Request Finished' and not startswith(TransactionStatus,'Cancelled')", "101 105")]
    [InlineData("(RequestType eq 'Loan') and ((TransactionStatus eq 'Checked Out to Customer') or (startswith( TransactionStatus, 'Renewed by')))", "101 105")]
    [InlineData("TransactionStatus eq 'Request Finished' or startswith(TransactionStatus, 'Cancelled')", "102 103")]
    [InlineData("RequestType eq 'Loan' and TransactionStatus eq 'Delivered to Web'", "")]
    [InlineData("requesttype EQ 'ARTICLE'", "102 104")]
    [InlineData("RequestType in ('Loan','Article') and ProcessType ne 'Borrowing'", "104")]
    [InlineData("TransactionNumber eq 101", "101")]
    [InlineData("TransactionNumber eq '101'", "101")]
    [InlineData("TransactionNumber gt 0 and 103 ge TransactionNumber", "101 102 103")]
    [InlineData("TransactionNumber lt 3000000000", "101 102 103 104 105")]
    [InlineData("ILLNumber eq 12345", "101")]
    [InlineData("LibraryUseOnly eq 'Yes'", "101")]
    [InlineData("LibraryUseOnly eq false", "103")]
    [InlineData("RenewalsAllowed", "101")]
    [InlineData("RenewalsAllowed ne true", "102 103 104 105")]
    [InlineData("LoanTitle eq null", "102 104")]
    [InlineData("null ne LoanTitle", "101 103 105")]
    [InlineData("LoanTitle gt null", "")]
    [InlineData("DueDate gt datetime'2026-04-01'", "101 105")]
    [InlineData("DueDate le 2026-04-17T00:00:00", "101 103")]
    [InlineData("DueDate eq 2026-04-17T04:00:00Z", "101")]
    [InlineData("DueDate lt 2026-04-17", "103")]
    [InlineData("DueDate lt '4/17/2026'", "103")]
    [InlineData("TransactionDate ge datetimeoffset'2026-03-01T18:00:00Z'", "101 105")]
    [InlineData("contains(LoanTitle,'RIVERS')", "101")]
    [InlineData("substringof('rivers', LoanTitle) eq true", "101")]
    [InlineData("endswith(tolower(LoanTitle),'true')", "105")]
    [InlineData("LoanTitle eq 'It''s all 100%_true'", "105")]
    [InlineData("contains(LoanTitle,'%') and contains(LoanTitle,'_')", "105")]
    [InlineData("contains(LoanTitle,'datetime''2026''')", "")]
    [InlineData("not (RequestType eq 'Loan' or RequestType eq 'Article')", "")]
    [InlineData("true and not false", "101 102 103 104 105")]
    [InlineData("Username eq 'lawyer' or TransactionNumber eq 201", "")]
    [InlineData("", "101 102 103 104 105")]
    public async Task A_filter_leaves_the_requests_that_it_says(string filter, string numbers)
    {
        var answer = await library.GetAsync($"Transaction/UserRequests/anna?$filter={Uri.EscapeDataString(filter)}");

        Assert.Equal((200, numbers), (answer.Status, answer.Status == 200 ? string.Join(' ', answer.Numbers) : answer.Body));
    }

    [Theory]
    [InlineData("$orderby=TransactionDate desc", "101 105 104 102 103")]
    [InlineData("$orderby=RequestType,TransactionNumber desc", "104 102 105 103 101")]
    [InlineData("$orderby=DueDate", "102 104 103 101 105")]
    [InlineData("$orderby=transactionnumber desc&$top=2", "105 104")]
    [InlineData("$top=2&$skip=1", "102 103")]
    [InlineData("$skip=10", "")]
    [InlineData("$top=0", "")]
    [InlineData("$top=99999999999", "101 102 103 104 105")]
    [InlineData("page=2&%24top=1", "101")]
    [InlineData("$filter=RequestType+eq+%27Loan%27&$TOP=1", "101")]
    public async Task Order_top_and_skip_are_kept(string options, string numbers)
    {
        var answer = await library.GetAsync($"Transaction/UserRequests/anna?{options}");

        Assert.Equal((200, numbers), (answer.Status, answer.Status == 200 ? string.Join(' ', answer.Numbers) : answer.Body));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("lawyer")]
    [InlineData("empty")]
    public async Task Of_a_user_without_requests_not_there_or_of_another_site_the_list_is_empty(string user)
    {
        var answer = await library.GetAsync($"Transaction/UserRequests/{user}");

        Assert.Equal((200, "[]"), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task A_user_named_with_escapes_has_requests() =>
        Assert.Equal([106], (await library.GetAsync("Transaction/UserRequests/o%27neil%20smith")).Numbers);

    [Theory]
    [InlineData("$filter=length(LoanTitle) gt 5", "$filter: the function length is not supported here. ")]
    [InlineData("$filter=year(DueDate) eq 2026", "$filter: the function year is not supported here. ")]
    [InlineData("$filter=indexof(LoanTitle,'a') eq 1", "$filter: the function indexof is not supported here. ")]
    [InlineData("$filter=TransactionNumber add 1 eq 102", "$filter: the operator add is not supported here. ")]
    [InlineData("$filter=LoanTitle eq RequestType", "A comparison needs a field on one side and a value on the other; found the field LoanTitle and the field RequestType.")]
    [InlineData("$filter=User/LastName eq 'x'", "$filter: the path to LastName is not supported here. ")]
    [InlineData("$filter=LoanTitel eq 'x'", "'LoanTitel' is no field of a request. Expected one of ILLiad's Transactions, e.g. TransactionStatus.")]
    [InlineData("$orderby=LoanTitel", "'LoanTitel' is no field of a request. Expected one of ILLiad's Transactions, e.g. TransactionStatus.")]
    [InlineData("$orderby=length(LoanTitle)", "$orderby: the function length is not supported here. ")]
    [InlineData("$filter=TransactionNumber eq 'x'", "TransactionNumber: found 'x', expected a whole number from 1 to 2147483647.")]
    [InlineData("$filter=DueDate gt 'soon'", "DueDate: found 'soon', expected a date such as 2026-11-23, 2026-11-23T14:05:00 or 11/23/2026 2:05:00 PM, in the years 1753 to 9998.")]
    [InlineData("$filter=startswith(TransactionNumber,'1')", "TransactionNumber is no text. A part of a text can only be looked for in a text field, e.g. LoanTitle.")]
    [InlineData("$filter=(RequestType eq 'Loan'", "')' or operator expected at position 22")]
    [InlineData("$filter=RequestType = 'Loan'", "Syntax error")]
    [InlineData("$top=-1", "Invalid value '-1' for $top")]
    [InlineData("$skip=x", "Invalid value 'x' for $skip")]
    [InlineData("$expand=User", "$expand is not supported. Supported are $filter, $orderby, $top, $skip and $format.")]
    [InlineData("$top=1&$top=2", "$top stands there twice. Give it once.")]
    public async Task What_is_not_supported_is_refused_by_its_name(string options, string message)
    {
        var answer = await library.GetAsync($"Transaction/UserRequests/anna?{options}");

        Assert.Equal(400, answer.Status);
        Assert.StartsWith(message, answer.Text("Message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expression_with_very_many_conditions_is_refused()
    {
        var filter = string.Join(" or ", Enumerable.Repeat("Web", 150));
        var deep = string.Concat(Enumerable.Repeat("not ", 900)) + "Web";

        Assert.Equal(400, (await library.GetAsync($"Transaction/UserRequests/anna?$filter={filter}")).Status);
        Assert.Equal(400, (await library.GetAsync($"Transaction/UserRequests/anna?$filter={deep}")).Status);
    }
}
