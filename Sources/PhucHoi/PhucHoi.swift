public struct PlaceholderFacade {}
