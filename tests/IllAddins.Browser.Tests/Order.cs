[assembly: Xunit.TestCollectionOrderer("IllAddins.Tests.Fixtures.LongestFirst", "IllAddins.Browser.Tests")]
